package io.shopoms.gateway.receive;

/** Why a request was not accepted. */
enum Refusal {
    UNKNOWN_SHOP(404, "Unknown shop"),
    BAD_SIGNATURE(401, "Not signed"),
    TOO_LARGE(413, "Too large"),
    TOO_SLOW(408, "Too slow"),
    BAD_HEADER(400, "A header is missing or malformed"),
    BUSY(503, "Too much at once, try again"),
    NOT_DURABLE(503, "Not accepted, try again");

    private final int status;
    private final String title;

    Refusal(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** Whether the same request may be accepted a little later. */
    boolean isTemporary() {
        return status == 503;
    }

    /** Whether a part of the body may still be on its way; nobody reads it, so the connection is of no more use. */
    boolean leavesBody() {
        return this == TOO_LARGE || this == TOO_SLOW || this == BUSY;
    }
}

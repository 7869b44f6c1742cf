package io.shopoms.gateway.receive;

/** Why a request was not accepted. */
enum Refusal {
    UNKNOWN_SHOP(404, "Unknown shop"),
    BAD_SIGNATURE(401, "Not signed"),
    TOO_LARGE(413, "Too large"),
    BAD_HEADER(400, "A header is missing or malformed"),
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
}

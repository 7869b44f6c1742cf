package io.shopoms.sync.ops;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * A problem detail as RFC 9457 has it.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words, as RFC 9110 has them
 * @param status the HTTP status
 * @param detail what is wrong and what would be right
 * @param instance the path that was asked for
 */
record Problem(String type, String title, int status, String detail, String instance) {

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    static Problem of(int status, String detail, String path) {
        return new Problem("about:blank", title(status), status, detail, path);
    }

    private static String title(int status) {
        if (status == 422) {
            // Jakarta REST has no name for it.
            return "Unprocessable Content";
        }
        Response.StatusType known = Response.Status.fromStatusCode(status);
        return known == null ? "Status " + status : known.getReasonPhrase();
    }

    static Response response(int status, String detail, String path) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(of(status, detail, path))
                .build();
    }
}

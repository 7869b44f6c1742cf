package io.shopoms.gateway.log;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** An error that the caller can do something about, as RFC 9457 wants it. */
final class LogProblem extends WebApplicationException {

    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final long serialVersionUID = 1L;

    LogProblem(int status, String detail) {
        super(detail, response(status, detail));
    }

    static Response response(int status, String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(Map.of(
                        "title", Response.Status.fromStatusCode(status).getReasonPhrase(),
                        "status", status,
                        "detail", detail))
                .build();
    }
}

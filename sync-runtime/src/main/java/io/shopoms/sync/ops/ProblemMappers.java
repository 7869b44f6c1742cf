package io.shopoms.sync.ops;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.shopoms.sync.database.PgFailures;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every failure as a problem detail; what is our own fault is logged and not explained to the caller. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response problem(ProblemException e, UriInfo uri) {
        return Problem.response(e.status(), e.getMessage(), uri.getPath());
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException e, UriInfo uri) {
        Response answer = Problem.response(401, "A valid bearer token is needed.", uri.getPath());
        return Response.fromResponse(answer)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return Problem.response(
                403,
                "The token's groups do not allow this: reading needs " + Roles.VIEWER + " or " + Roles.OPERATOR
                        + ", acting needs " + Roles.OPERATOR + ".",
                uri.getPath());
    }

    @ServerExceptionMapper
    Response json(JacksonException e, UriInfo uri) {
        return Problem.response(400, "The body is not the JSON that is expected here.", uri.getPath());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, UriInfo uri) {
        int status = e.getResponse().getStatus();
        String detail = switch (status) {
            case 400 -> "The request is malformed.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not know the method.";
            case 406 -> "The answer is JSON.";
            case 415 -> "The body must be JSON.";
            default -> "The request cannot be answered.";
        };
        return Problem.response(status, detail, uri.getPath());
    }

    @ServerExceptionMapper({TimeoutException.class, IOException.class, PgException.class})
    Response database(Throwable e, UriInfo uri) {
        LOG.warnf("%s was not answered: %s", uri.getPath(), PgFailures.describe(e));
        return Problem.response(503, "The database does not answer; readiness says more.", uri.getPath());
    }

    @ServerExceptionMapper
    Response other(RuntimeException e, UriInfo uri) {
        LOG.errorf(e, "%s failed", uri.getPath());
        return Problem.response(500, "The request failed; the service's log says why.", uri.getPath());
    }
}

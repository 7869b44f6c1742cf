package io.shopoms.sync.ops;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers every failure as a problem detail; what is our own fault is logged and not explained to the caller. */
final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final Annotation[] NO_ANNOTATIONS = {};

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

    /** Odoo or Shopify was asked on the caller's behalf and refused, or is away. */
    @ServerExceptionMapper
    Response target(SyncFailureException e, UriInfo uri) {
        int status = e.failure() instanceof TransientFailure ? 503 : 502;
        return Problem.response(
                status, e.failure().message() + ". " + e.failure().remedy(), uri.getPath());
    }

    /** JSON, but not what is expected here; the value itself is not repeated. */
    @ServerExceptionMapper
    Response body(MismatchedInputException e, UriInfo uri) {
        return Problem.response(400, BodyProblems.words(e), uri.getPath());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        return Response.status(e.getResponse().getStatus()).build();
    }

    /** Whatever the framework refuses by itself: an unknown path, a method, a body that is not JSON. */
    @ServerResponseFilter
    void framework(ContainerResponseContext answer, UriInfo uri) {
        int status = answer.getStatus();
        if (status < 400 || answer.getEntity() instanceof Problem) {
            return;
        }
        String detail = switch (status) {
            case 400 -> "The request is malformed; a body must be the JSON that is expected here.";
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not know the method.";
            case 406 -> "The answer is JSON.";
            case 413 -> "The body is too large.";
            case 415 -> "The body must be JSON.";
            default -> "The request cannot be answered.";
        };
        answer.setEntity(Problem.of(status, detail, uri.getPath()), NO_ANNOTATIONS, Problem.MEDIA_TYPE);
    }

    /** How the client tells of no answer, a refused connection, an answer that says no, a lost connection, none that is free. */
    @ServerExceptionMapper({
        TimeoutException.class,
        IOException.class,
        PgException.class,
        VertxException.class,
        NoStackTraceThrowable.class
    })
    Response database(Throwable e, UriInfo uri) {
        LOG.warnf("%s was not answered: %s", uri.getPath(), PgFailures.describe(e));
        Response answer = Problem.response(503, "The database does not answer; readiness says more.", uri.getPath());
        return Response.fromResponse(answer)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response other(RuntimeException e, UriInfo uri) {
        LOG.errorf(e, "%s failed", uri.getPath());
        return Problem.response(500, "The request failed; the service's log says why.", uri.getPath());
    }
}

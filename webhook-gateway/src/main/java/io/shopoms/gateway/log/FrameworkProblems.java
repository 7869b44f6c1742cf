package io.shopoms.gateway.log;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says why in the same form as {@link LogProblem} where the framework refuses by itself. */
final class FrameworkProblems {

    private static final Annotation[] NO_ANNOTATIONS = {};

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException e) {
        return Response.fromResponse(LogProblem.response(401, "a valid bearer token is needed"))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return LogProblem.response(
                403, "the token's groups do not allow this: reading needs viewer or operator, acting needs operator");
    }

    /** JSON, but not what is expected here. */
    @ServerExceptionMapper
    Response body(MismatchedInputException e) {
        return LogProblem.response(400, detail(400));
    }

    @ServerResponseFilter
    void framework(ContainerResponseContext answer) {
        int status = answer.getStatus();
        if (status >= 400 && !answer.hasEntity()) {
            answer.setEntity(
                    LogProblem.response(status, detail(status)).getEntity(), NO_ANNOTATIONS, LogProblem.MEDIA_TYPE);
        }
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "the body must be the JSON that is described at /q/swagger-ui, without other members";
            case 404 -> "there is nothing at this path";
            case 405 -> "this path does not know the method";
            case 415 -> "the body must be JSON";
            default -> "the request cannot be answered";
        };
    }
}

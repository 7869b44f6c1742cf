package io.shopoms.gateway.log;

import io.shopoms.gateway.publish.NotDurableException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** While the database or, for a replay, the broker is away, the log's API says to try again. */
final class Outages {

    private static final Logger LOG = Logger.getLogger(Outages.class);
    private static final int RETRY_AFTER_SECONDS = 10;

    /** How the client tells of a lost connection, a refused one, none that is free, an answer that says no, and none. */
    @ServerExceptionMapper({
        IOException.class,
        VertxException.class,
        NoStackTraceThrowable.class,
        PgException.class,
        TimeoutException.class
    })
    Response database(Throwable failure) {
        String what = failure instanceof PgException answer
                ? "PostgreSQL answered SQLSTATE " + answer.getSqlState()
                : failure.getClass().getSimpleName();
        LOG.warnf("The webhook log was not read: %s", what);
        return tryAgain("The database does not answer; readiness says more.");
    }

    @ServerExceptionMapper
    Response broker(NotDurableException failure) {
        return tryAgain("Neither broker nor database takes the webhook; readiness says more.");
    }

    private static Response tryAgain(String detail) {
        return Response.fromResponse(LogProblem.response(503, detail))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}

package io.shopoms.gateway.receive;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** What one request is answered, once. May be given from any thread; nobody hears it if the sender hung up. */
final class Answer {

    private static final String RETRY_AFTER_SECONDS = "10";

    private final HttpServerResponse response;
    private final Context context;
    private final ReceiveMetrics metrics;
    private boolean given;

    Answer(RoutingContext request, ReceiveMetrics metrics) {
        this.response = request.response();
        this.context = Vertx.currentContext();
        this.metrics = metrics;
    }

    boolean isGiven() {
        return given;
    }

    void accepted() {
        given = true;
        context.runOnContext(here -> {
            if (!response.closed()) {
                response.end();
            }
        });
    }

    /** @param detail for whoever sent it; it becomes part of a problem (RFC 9457) */
    void refused(Refusal reason, String detail) {
        if (given) {
            return;
        }
        given = true;
        metrics.refused(reason);
        context.runOnContext(here -> {
            if (!response.closed()) {
                refuse(reason, detail);
            }
        });
    }

    private void refuse(Refusal reason, String detail) {
        response.setStatusCode(reason.status()).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (reason.isTemporary()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (reason.leavesBody()) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.end(Problem.of(reason, detail).toJson());
    }
}

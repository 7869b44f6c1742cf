package io.shopoms.sync.http;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.util.concurrent.TimeUnit;

/**
 * Sends {@link HttpCall}s and hands back raw answers: any status, no redirects followed, no decompression, one deadline
 * for the whole exchange. Understands servers that answer HTTP/1.0 and close.
 *
 * <p>Fails only with {@link NoAnswerException}.
 */
public final class OutboundHttp {

    /**
     * Shorter than the idle timeouts of usual proxies (nginx 75 s, load balancers 60 s): a connection that the other side
     * is about to close would lose a call with an unknown outcome.
     */
    private static final int KEEP_ALIVE_SECONDS = 15;

    /** More than any configured number of calls in flight: the queues in front of the clients are the limit. */
    private static final int POOL_SIZE = 256;

    private final Vertx vertx;
    private final HttpClient client;
    private final HttpLimits limits;

    public OutboundHttp(Vertx vertx, HttpLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(
                                Math.toIntExact(limits.connectTimeout().toMillis()))
                        .setSslHandshakeTimeout(limits.connectTimeout().toMillis())
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(POOL_SIZE));
    }

    /** Sends one call at each subscription; cancelling it closes its connection. */
    public Uni<HttpAnswer> send(HttpCall call) {
        return Uni.createFrom().emitter(emitter -> new Exchange(vertx, client, limits, call, emitter).start());
    }
}

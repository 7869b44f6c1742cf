package io.shopoms.sync.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** What the clients of a remote system are made of, as its settings say. */
public final class CallParts {

    private final CallConfig config;
    private final MeterRegistry registry;
    private final Timers timers;
    private final OutboundHttp http;

    public CallParts(Vertx vertx, CallConfig config, MeterRegistry registry) {
        this.config = config;
        this.registry = registry;
        this.timers = Timers.of(vertx);
        this.http = new OutboundHttp(
                vertx,
                new HttpLimits(
                        config.connectTimeout(),
                        config.readTimeout(),
                        config.maxAnswerSize().asLongValue()));
    }

    public OutboundHttp http() {
        return http;
    }

    public Timers timers() {
        return timers;
    }

    public CallMetrics metrics(String prefix, Tags tags) {
        return new CallMetrics(registry, prefix, tags, timers);
    }

    /** @param of what is called, for messages */
    public CallQueue queue(String of, CallMetrics metrics) {
        return new CallQueue(of, config.maxInFlight(), config.maxWaiting(), timers, metrics::waited);
    }

    /** @param patience tries end after this; a record that needs longer is tried again by the engine */
    public Retries retries(Duration patience) {
        return new Retries(
                config.tries(),
                patience,
                timers,
                () -> ThreadLocalRandom.current().nextDouble());
    }
}

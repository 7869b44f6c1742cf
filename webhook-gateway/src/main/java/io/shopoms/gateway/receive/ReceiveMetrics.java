package io.shopoms.gateway.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import io.shopoms.gateway.publish.Durability;
import io.shopoms.model.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts and times what was accepted and refused. A refusal is logged at most once in ten seconds for each reason: strangers
 * can cause any number of them. Made at start, so that a dashboard shows zero and not nothing.
 */
@Startup
@ApplicationScoped
class ReceiveMetrics {

    private static final Logger LOG = Logger.getLogger(ReceiveMetrics.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Clock clock;
    private final MeterRegistry registry;
    private final Map<Durability, Timer> accepted = new EnumMap<>(Durability.class);
    private final Timer age;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Map<Refusal, AtomicLong> nextLine = new EnumMap<>(Refusal.class);

    ReceiveMetrics(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
        for (Durability durability : Durability.values()) {
            accepted.put(
                    durability,
                    Timer.builder("shopoms.webhooks.accepted")
                            .description("Webhooks made durable, and how long that took")
                            .tag("durability", durability.name())
                            .register(registry));
        }
        age = Timer.builder("shopoms.webhooks.age")
                .description("From the event in Shopify to its arrival")
                .register(registry);
        for (Refusal reason : Refusal.values()) {
            refused.put(reason, counter("shopoms.webhooks.refused", "reason", reason));
            nextLine.put(reason, new AtomicLong());
        }
    }

    void accepted(WebhookEvent event, Durability durability) {
        accepted.get(durability).record(Duration.between(event.receivedAt(), clock.instant()));
        event.triggeredAt().ifPresent(at -> age.record(Duration.between(at, event.receivedAt())));
        LOG.debugf("accepted %s: %s", event, durability);
    }

    void refused(Refusal reason) {
        refused.get(reason).increment();
        long now = clock.millis();
        AtomicLong next = nextLine.get(reason);
        long due = next.get();
        if (now >= due && next.compareAndSet(due, now + BETWEEN_LINES.toMillis())) {
            LOG.warnf(
                    "refused a webhook: %s (%.0f so far, said at most every %d s)",
                    reason.title(),
                    refused.get(reason).count(),
                    TimeUnit.MILLISECONDS.toSeconds(BETWEEN_LINES.toMillis()));
        }
    }

    private Counter counter(String name, String tag, Enum<?> value) {
        return Counter.builder(name).tag(tag, value.name()).register(registry);
    }
}

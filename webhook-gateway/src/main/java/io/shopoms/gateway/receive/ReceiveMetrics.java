package io.shopoms.gateway.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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

/** Counts what was accepted and refused; logs metrics at most once in ten seconds for each reason, as strangers can cause any number. */
@ApplicationScoped
class ReceiveMetrics {

    private static final Logger LOG = Logger.getLogger(ReceiveMetrics.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Clock clock;
    private final MeterRegistry registry;
    private final Map<Durability, Counter> accepted = new EnumMap<>(Durability.class);
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Map<Refusal, AtomicLong> nextLine = new EnumMap<>(Refusal.class);

    ReceiveMetrics(Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.registry = registry;
        for (Durability durability : Durability.values()) {
            accepted.put(durability, counter("shopoms.webhooks.accepted", "durability", durability));
        }
        for (Refusal reason : Refusal.values()) {
            refused.put(reason, counter("shopoms.webhooks.refused", "reason", reason));
            nextLine.put(reason, new AtomicLong());
        }
    }

    void accepted(WebhookEvent event, Durability durability) {
        accepted.get(durability).increment();
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

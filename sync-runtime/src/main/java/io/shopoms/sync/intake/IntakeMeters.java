package io.shopoms.sync.intake;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shopoms.bus.message.Timestamps;
import io.shopoms.model.MessageHeaders;
import io.shopoms.sync.cache.Arrival;
import io.shopoms.sync.cache.CacheEntries.Stored;
import io.shopoms.sync.cache.Latencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What intake counts: batch sizes, what became of the records, and how old events are when they are stored. */
@ApplicationScoped
class IntakeMeters {

    private final MeterRegistry meters;
    private final Clock clock;
    private final DistributionSummary batches;
    private final Timer eventAge;

    IntakeMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.batches = DistributionSummary.builder("shopoms.intake.batch")
                .description("Messages stored in one transaction")
                .serviceLevelObjectives(1, 2, 5, 10, 25, 50, 100, 200)
                .register(meters);
        this.eventAge = Timer.builder("shopoms.event.age")
                .description("From the source's triggered-at to the cache")
                .serviceLevelObjectives(Latencies.buckets())
                .register(meters);
    }

    void batch(List<Arrival> arrivals, Stored stored) {
        batches.record(arrivals.size());
        count("created", stored.created());
        count("updated", stored.updated());
        count("skipped", stored.skipped());
        count("rejected", stored.rejected());
        Instant now = clock.instant();
        arrivals.forEach(arrival -> age(arrival, now));
    }

    private void count(String result, int records) {
        meters.counter("shopoms.intake.records", "result", result).increment(records);
    }

    private void age(Arrival arrival, Instant now) {
        String triggered = arrival.source().headers().get(MessageHeaders.TRIGGERED_AT);
        if (triggered == null) {
            return;
        }
        try {
            Duration age = Duration.between(Timestamps.parse(triggered), now);
            eventAge.record(age.isNegative() ? Duration.ZERO : age);
        } catch (DateTimeException | ArithmeticException e) {
            // Such a message is rejected, with this as its reason; it has no age.
            meters.counter("shopoms.event.age.unknown").increment();
        }
    }
}

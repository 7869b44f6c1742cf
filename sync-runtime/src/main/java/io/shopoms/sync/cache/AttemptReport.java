package io.shopoms.sync.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shopoms.sync.failure.SyncFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Says what every attempt came to: one wide log line, a counter, and the latency that people care for. */
@ApplicationScoped
class AttemptReport {

    private static final Logger LOG = Logger.getLogger("io.shopoms.sync.attempt");

    private static final Pattern NOT_IN_A_QUOTED_LINE = Pattern.compile("[\\p{Cntrl}\"]");

    private final MeterRegistry meters;
    private final Clock clock;

    AttemptReport(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    void attempts(CacheKind kind, List<Verdict> verdicts, Set<Long> current, Duration took) {
        Instant now = clock.instant();
        for (Verdict verdict : verdicts) {
            boolean holds = current.contains(verdict.claimed().entry().recordId());
            String outcome = holds ? verdict.outcome() : "OUTDATED";
            attempt(kind.name(), verdict, outcome, age(verdict.claimed(), now), took);
            if (holds
                    && verdict.status() == CacheStatus.PROCESSED
                    && verdict.claimed().firstTime()) {
                endToEnd(kind.name(), verdict.claimed().entry().store().value()).record(age(verdict.claimed(), now));
            }
        }
    }

    private void attempt(String kind, Verdict verdict, String outcome, Duration age, Duration took) {
        CacheEntry entry = verdict.claimed().entry();
        String failure = verdict.failure().map(SyncFailure::kind).orElse("none");
        meters.counter(
                        "shopoms.attempts",
                        "kind",
                        kind,
                        "store",
                        entry.store().value(),
                        "outcome",
                        outcome,
                        "failure",
                        failure)
                .increment();
        LOG.infof(
                "attempt kind=%s store=%s id=%d version=%d outcome=%s attempts=%d failure=%s ageMs=%d tookMs=%d retryMs=%d trace=%s detail=\"%s\"",
                kind,
                entry.store(),
                entry.recordId(),
                entry.version(),
                outcome,
                entry.attempts(),
                failure,
                age.toMillis(),
                took.toMillis(),
                verdict.delay().toMillis(),
                verdict.claimed().traceId().orElse("none"),
                detail(verdict));
    }

    private Timer endToEnd(String kind, String store) {
        return Timer.builder("shopoms.end.to.end")
                .description("From the source's triggered-at to the outcome in the other system")
                .tag("kind", kind)
                .tag("store", store)
                .serviceLevelObjectives(Latencies.BUCKETS)
                .register(meters);
    }

    private static Duration age(Claimed claimed, Instant now) {
        Instant since = claimed.entry().triggeredAt().orElse(claimed.storedAt());
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private static String detail(Verdict verdict) {
        String text =
                verdict.failure().map(SyncFailure::message).or(verdict::note).orElse("");
        return NOT_IN_A_QUOTED_LINE.matcher(text).replaceAll(" ");
    }
}

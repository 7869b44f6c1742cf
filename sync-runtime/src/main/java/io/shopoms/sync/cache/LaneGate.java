package io.shopoms.sync.cache;

import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How much of one store's work of one kind may be claimed now. Open while things go well. Paused after a
 * {@code Misconfigured}: one record at intervals finds out whether the settings have been corrected. Held while the other
 * system is down, so that an outage costs a few tries now and then instead of an attempt of every waiting record.
 *
 * <p>In memory: after a restart, and in another replica, the first records find out anew.
 */
final class LaneGate {

    /** One record that always fails must not be taken for an outage; as many different ones in a row are. */
    private static final int RECORDS_OF_AN_OUTAGE = 3;

    /** Enough different records that one bad among them does not hide the end of an outage. */
    private static final int OUTAGE_PROBE = 5;

    private final int batchSize;
    private final ProcessingConfig config;
    private final RetryPolicy retries;
    private final Clock clock;

    private Optional<Pause> pause = Optional.empty();
    private Instant notBefore = Instant.MIN;
    private final Set<Long> failing = new HashSet<>();
    private int outages;

    LaneGate(int batchSize, ProcessingConfig config, RetryPolicy retries, Clock clock) {
        this.batchSize = batchSize;
        this.config = config;
        this.retries = retries;
        this.clock = clock;
    }

    /** Why and since when a lane is paused. */
    record Pause(Misconfigured reason, Instant since) {}

    synchronized Optional<Pause> pause() {
        return pause;
    }

    /** How many records may be claimed now; 0 while closed. */
    synchronized int allowance() {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            return 0;
        }
        if (pause.isPresent()) {
            notBefore = now.plus(config.probeInterval());
            return 1;
        }
        return outages > 0 ? Math.min(OUTAGE_PROBE, batchSize) : batchSize;
    }

    /** Nothing is due. A paused lane without work has nothing to find out with: the next record will. */
    synchronized void nothingDue() {
        if (pause.isPresent()) {
            pause = Optional.empty();
            notBefore = Instant.MIN;
        }
    }

    /** Tries at once, whatever is known: a person wishes so. */
    synchronized void open() {
        notBefore = Instant.MIN;
    }

    /** @return whether an outage has just ended */
    synchronized boolean learn(List<Verdict> verdicts) {
        Optional<Misconfigured> wrong = verdicts.stream()
                .flatMap(verdict -> verdict.failure().stream())
                .filter(Misconfigured.class::isInstance)
                .map(Misconfigured.class::cast)
                .findFirst();
        Instant now = clock.instant();
        if (wrong.isPresent()) {
            pause = Optional.of(new Pause(wrong.get(), pause.map(Pause::since).orElse(now)));
            notBefore = now.plus(config.probeInterval());
            return false;
        }
        if (pause.isPresent()) {
            pause = Optional.empty();
            notBefore = Instant.MIN;
        }
        return verdicts.stream().allMatch(LaneGate::passes) ? hold(verdicts, now) : reopen();
    }

    private boolean hold(List<Verdict> verdicts, Instant now) {
        verdicts.stream()
                .limit(RECORDS_OF_AN_OUTAGE)
                .forEach(verdict -> failing.add(verdict.claimed().entry().recordId()));
        if (failing.size() >= RECORDS_OF_AN_OUTAGE) {
            outages++;
            Duration hold = retries.backoff(config.transientDelay(), config.outageHoldCap(), outages);
            notBefore =
                    now.plus(wish(verdicts).map(w -> retries.notBefore(w, hold)).orElse(hold));
        }
        return false;
    }

    private boolean reopen() {
        boolean recovered = outages > 0;
        failing.clear();
        outages = 0;
        notBefore = Instant.MIN;
        return recovered;
    }

    private static Optional<Duration> wish(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.failure().stream())
                .map(TransientFailure.class::cast)
                .flatMap(failure -> failure.retryAfter().stream())
                .min(Comparator.naturalOrder());
    }

    private static boolean passes(Verdict verdict) {
        return verdict.failure().filter(TransientFailure.class::isInstance).isPresent();
    }
}

package io.shopoms.sync.cache;

import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.time.Duration;

/** Decides, by the type of a failure alone, what happens to its row. */
final class Verdicts {

    private final ProcessingConfig config;
    private final RetryPolicy retries;

    Verdicts(ProcessingConfig config, RetryPolicy retries) {
        this.config = config;
        this.retries = retries;
    }

    Verdict of(Claimed claimed, Outcome outcome) {
        if (outcome instanceof Processed processed) {
            return Verdict.processed(claimed, processed.note());
        }
        return of(claimed, ((Failed) outcome).failure());
    }

    Verdict of(Claimed claimed, SyncFailure failure) {
        if (failure instanceof RejectedByTarget || failure instanceof InvalidPayload) {
            return Verdict.failed(claimed, failure);
        }
        if (failure instanceof Misconfigured) {
            // Due at once when the store resumes; until then nobody claims it.
            return Verdict.waiting(claimed, failure, Duration.ZERO, false);
        }
        return Verdict.waiting(claimed, failure, delay(failure, claimed.entry().attempts()), true);
    }

    /** The handler did not answer in time: whose fault it is shows when each is tried alone. */
    Verdict overdue(Claimed claimed, Duration deadline) {
        SyncFailure failure = new TransientFailure("no answer within " + deadline);
        return of(claimed, failure).triedAloneNext();
    }

    /** It was not its turn before something else ended the batch. */
    Verdict untried(Claimed claimed) {
        SyncFailure failure = new TransientFailure("its batch ended before its turn");
        return Verdict.waiting(claimed, failure, Duration.ZERO, false).triedAloneNext();
    }

    /** Workers on it vanished too often: a record that kills the process must not be tried for ever. */
    boolean abandoned(Claimed claimed) {
        return claimed.lostLeases() >= config.lostLeases();
    }

    Verdict abandon(Claimed claimed) {
        return Verdict.failed(
                claimed,
                new InvalidPayload(
                        "its processing was cut off " + claimed.lostLeases() + " times in a row",
                        "Look in the service's log for crashes at the times of its attempts; retry it once the cause is gone."));
    }

    private Duration delay(SyncFailure failure, int attempts) {
        if (failure instanceof MissingDependency) {
            return retries.backoff(config.dependencyDelay(), config.dependencyDelayCap(), attempts);
        }
        Duration backoff = retries.backoff(config.transientDelay(), config.transientDelayCap(), attempts);
        return ((TransientFailure) failure)
                .retryAfter()
                .map(wish -> retries.notBefore(wish, backoff))
                .orElse(backoff);
    }
}

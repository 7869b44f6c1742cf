package io.shopoms.sync.http;

import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Tries a call again inside a client, when that is safe and likely to help at once: the failure is transient, and either
 * the call may be repeated or it certainly had no effect. Everything slower is left to the record's own retry, which
 * survives a restart and does not hold a lease.
 *
 * <p>Pauses with full jitter: up to 200 ms, 400 ms, 800 ms, … or {@code Retry-After} if that is longer.
 */
public final class Retries {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final int tries;
    private final Duration patience;
    private final Timers timers;
    private final DoubleSupplier random;

    /**
     * @param tries how often a call is sent at most
     * @param patience no further try starts later than this after the first one
     * @param random from 0 to 1, for the jitter
     */
    public Retries(int tries, Duration patience, Timers timers, DoubleSupplier random) {
        if (tries < 1) {
            throw new IllegalArgumentException("at least one try");
        }
        this.tries = tries;
        this.patience = patience;
        this.timers = timers;
        this.random = random;
    }

    /**
     * @param repeatable true if sending the call twice ends as sending it once
     * @param call one try for each subscription; fails with {@link CallFailedException}
     * @return fails as the last try did; as not carried out only if none of the tries was
     */
    public <T> Uni<T> run(boolean repeatable, Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> attempt(1, timers.nanos(), repeatable, call));
    }

    private <T> Uni<T> attempt(int number, long started, boolean repeatable, Supplier<Uni<T>> call) {
        return Uni.createFrom()
                .deferred(call::get)
                .onFailure(CallFailedException.class)
                .recoverWithUni(e -> again(number, started, repeatable, call, (CallFailedException) e));
    }

    private <T> Uni<T> again(
            int number, long started, boolean repeatable, Supplier<Uni<T>> call, CallFailedException failed) {
        if (number >= tries
                || !(failed.failure() instanceof TransientFailure failure)
                || !(repeatable || failed.notCarriedOut())) {
            return Uni.createFrom().failure(failed);
        }
        Duration pause = longer(jitter(number), failure.retryAfter().orElse(Duration.ZERO));
        Duration spent = Duration.ofNanos(timers.nanos() - started);
        if (spent.plus(pause).compareTo(patience) > 0) {
            return Uni.createFrom().failure(failed);
        }
        return timers.pause(pause)
                .chain(() -> attempt(number + 1, started, repeatable, call))
                .onFailure(later -> !failed.notCarriedOut() && later instanceof CallFailedException)
                .transform(later -> ((CallFailedException) later).afterUnknown());
    }

    private Duration jitter(int number) {
        long ceiling = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(number - 1, 10));
        return Duration.ofMillis(Math.round(ceiling * random.getAsDouble()));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}

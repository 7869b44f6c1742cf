package io.shopoms.sandbox.stack;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Watches stages go by and prints each with the time since the start. */
final class Timeline {

    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final long STAGE_LIMIT_SECONDS = 60;

    private final Consumer<String> print;
    private final long start = System.nanoTime();

    Timeline(Consumer<String> print) {
        this.print = print;
    }

    void note(String stage, String detail) {
        double seconds = (System.nanoTime() - start) / 1e9;
        print.accept(String.format(Locale.ROOT, "  %7.2f s  %-22s %s", seconds, stage, detail));
    }

    /**
     * Looks until there is an answer, and prints {@code describe} of it.
     *
     * @throws StackProblem naming the stage, if it was not seen within a minute
     */
    <T> T await(String stage, Supplier<Optional<T>> look, java.util.function.Function<T, String> describe) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(STAGE_LIMIT_SECONDS);
        while (System.nanoTime() < limit) {
            Optional<T> seen = look.get();
            if (seen.isPresent()) {
                note(stage, describe.apply(seen.get()));
                return seen.get();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackProblem("interrupted", e);
            }
        }
        throw new StackProblem("the stage '" + stage + "' was not seen within " + STAGE_LIMIT_SECONDS
                + " s; ./shopoms status and ./shopoms logs tell more");
    }
}

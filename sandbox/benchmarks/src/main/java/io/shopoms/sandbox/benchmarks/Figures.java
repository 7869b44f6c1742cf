package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Prints what was measured, a line each. */
final class Figures {

    private static final int SETTLING_SECONDS = 15;

    void print(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-65s %s%n", what, String.format(Locale.ROOT, format, values));
    }

    /** The memory of every process once it has had time to give back what starting or the load took. */
    void settledFootprint(LocalStack stack, String when) throws InterruptedException {
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        footprint(stack, when + " for " + SETTLING_SECONDS + " s");
    }

    /** The memory of every process of the stack. */
    void footprint(LocalStack stack, String when) {
        for (StackStatus.PartStatus part : stack.status().parts()) {
            if (part.pid() != null) {
                print(
                        part.name() + ", RSS " + when,
                        "%d MiB (peak %d)",
                        ProcessCost.residentMib(part.pid()),
                        ProcessCost.peakMib(part.pid()));
            }
        }
    }

    /** @return false when the time was up before the condition held */
    static boolean await(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return true;
    }
}

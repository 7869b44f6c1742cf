package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import io.shopoms.sandbox.stack.StackStatus;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Prints what was measured, a line each. */
final class Figures {

    void print(String what, String format, Object... values) {
        System.out.printf(Locale.ROOT, "%-65s %s%n", what, String.format(Locale.ROOT, format, values));
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

    /** Waits for at most ten minutes. */
    static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException(what + " took more than ten minutes");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}

package io.shopoms.sandbox.benchmarks;

import io.shopoms.sandbox.stack.LocalStack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records per second through the whole system into Odoo, next to that Odoo's own best rate in the same run: rounds of both
 * in turns, after some of each that do not count: a JVM that has just started is busy with compiling.
 */
final class SideBySide {

    private static final int ROUNDS = 3;

    private final LocalStack stack;
    private final Figures figures;
    private final String records;
    private final int warmUps;

    /**
     * @param records what they are called, such as {@code orders}
     * @param warmUps rounds of each that do not count
     */
    SideBySide(LocalStack stack, Figures figures, String records, int warmUps) {
        this.stack = stack;
        this.figures = figures;
        this.records = records;
        this.warmUps = warmUps;
    }

    /** Brings records numbered {@code first} to {@code first + count - 1} to Odoo; records per second. */
    interface Way {

        double rate(long first, int count) throws InterruptedException;
    }

    /** @param size records in a round */
    void run(int size, String bareName, Way bare, String throughName, Way through) throws InterruptedException {
        // Numbers that no earlier run used: a real Odoo remembers.
        long first = System.currentTimeMillis() * 1_000;
        List<Double> bareRates = new ArrayList<>();
        List<Double> throughRates = new ArrayList<>();
        Map<String, List<Double>> cpu = new LinkedHashMap<>();
        for (int round = 0; round < warmUps + ROUNDS; round++) {
            double bareRate = bare.rate(first, size);
            Map<String, Long> before = cpuMicros();
            double throughRate = through.rate(first, size);
            Map<String, Long> after = cpuMicros();
            if (round >= warmUps) {
                before.forEach((part, micros) -> cpu.computeIfAbsent(part, each -> new ArrayList<>())
                        .add((after.get(part) - micros) / 1e3 / size));
                bareRates.add(bareRate);
                throughRates.add(throughRate);
            }
            first += size;
        }
        figures.print(bareName + ", " + records + "/s", "%s", new Spread(bareRates));
        figures.print(throughName + ", " + records + "/s", "%s", new Spread(throughRates));
        figures.print("of Odoo's own rate", "%.2f", new Spread(throughRates).median() / new Spread(bareRates).median());
        cpu.forEach(
                (part, millis) -> figures.print(part + ", CPU ms per record of " + records, "%s", new Spread(millis)));
        figures.footprint(stack, "after the " + records);
    }

    private Map<String, Long> cpuMicros() {
        Map<String, Long> micros = new LinkedHashMap<>();
        stack.status().parts().stream()
                .filter(part -> part.pid() != null)
                .forEach(part -> micros.put(part.name(), ProcessCost.cpuMicros(part.pid())));
        return micros;
    }
}

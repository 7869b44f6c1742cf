package io.shopoms.sandbox.benchmarks;

import java.util.List;
import java.util.Locale;

/** Several measurements of one thing: the median, and the lowest and highest beside it. */
record Spread(List<Double> values) {

    Spread {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = values.stream().sorted().toList();
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f-%.1f, n=%d)",
                median(),
                values.get(0),
                values.get(values.size() - 1),
                values.size());
    }
}

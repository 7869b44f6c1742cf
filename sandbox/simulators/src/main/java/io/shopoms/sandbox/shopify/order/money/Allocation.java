package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount over weights to the minor unit, so that the parts add up to it exactly. */
final class Allocation {

    private Allocation() {}

    /**
     * Largest remainder: each part is rounded down, and the units left over go to the parts that lost most, the first of
     * them where they lost the same.
     *
     * @param total not above the sum of the weights, at {@code scale} decimals
     * @param weights not negative
     * @return as many parts as weights, none above its weight
     */
    static List<BigDecimal> largestRemainder(BigDecimal total, List<BigDecimal> weights, int scale) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) {
            return weights.stream()
                    .map(weight -> BigDecimal.ZERO.setScale(scale))
                    .toList();
        }
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        for (BigDecimal weight : weights) {
            BigDecimal product = total.multiply(weight);
            BigDecimal part = product.divide(sum, scale, RoundingMode.DOWN);
            parts.add(part);
            remainders.add(product.subtract(part.multiply(sum)));
        }
        BigDecimal unit = BigDecimal.ONE.movePointLeft(scale);
        BigDecimal left = total.subtract(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        List<Integer> byLoss = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .toList();
        for (int i = 0; left.signum() > 0; i++) {
            int index = byLoss.get(i);
            parts.set(index, parts.get(index).add(unit));
            left = left.subtract(unit);
        }
        return parts;
    }
}

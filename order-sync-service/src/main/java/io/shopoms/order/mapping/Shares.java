package io.shopoms.order.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Divides an amount of which only the sum is known, so that the parts sum up to it exactly. */
final class Shares {

    private Shares() {}

    /**
     * Shrinks parts in proportion.
     *
     * @param parts not negative
     * @param sum what they shall sum up to; no more than they do
     * @param digits the currency's decimals
     */
    static List<BigDecimal> shrink(List<BigDecimal> parts, BigDecimal sum, int digits) {
        BigDecimal whole = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (whole.compareTo(sum) <= 0 || whole.signum() == 0) {
            return parts;
        }
        List<BigDecimal> shares = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal part : parts) {
            before = before.add(part);
            // Rounding the running sum, not each part, is what makes the last share come out right.
            BigDecimal upToHere = sum.multiply(before).divide(whole, digits, RoundingMode.HALF_UP);
            shares.add(upToHere.subtract(given));
            given = upToHere;
        }
        return shares;
    }
}

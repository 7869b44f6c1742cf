package io.shopoms.inventory.stock;

import java.math.BigDecimal;

/** What of a product's free stock is kept for the other channel (B2B) and so not offered in Shopify. */
public sealed interface Allocation {

    /** Nothing: Shopify offers all. */
    record None() implements Allocation {}

    /** The same number of units at all times. */
    record Fixed(long units) implements Allocation {

        /** @throws IllegalArgumentException if it is negative */
        public Fixed {
            if (units < 0) {
                throw new IllegalArgumentException("units kept for B2B are 0 or more, not " + units);
            }
        }
    }

    /**
     * A share of the free stock, rounded up to whole units.
     *
     * @param percent from 0 to 100
     */
    record Share(BigDecimal percent) implements Allocation {

        /** @throws IllegalArgumentException if it is not from 0 to 100 */
        public Share {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new IllegalArgumentException("a share kept for B2B is from 0 to 100 percent, not " + percent);
            }
        }
    }
}

package io.shopoms.order.mapping;

import java.math.BigDecimal;

/**
 * What tells Odoo's taxes apart for Shopify: the rate, and whether prices contain it. Whether they do is a property of a
 * tax in Odoo, not of an order.
 *
 * @param percent such as {@code 7.25}
 * @param included whether prices contain the tax
 */
public record TaxKey(BigDecimal percent, boolean included) implements Comparable<TaxKey> {

    public TaxKey {
        percent = percent.stripTrailingZeros();
    }

    /** Such as {@code 19 % included}. */
    @Override
    public String toString() {
        return percent.toPlainString() + " % " + (included ? "included" : "excluded");
    }

    @Override
    public int compareTo(TaxKey other) {
        int byRate = percent.compareTo(other.percent);
        return byRate != 0 ? byRate : Boolean.compare(included, other.included);
    }
}

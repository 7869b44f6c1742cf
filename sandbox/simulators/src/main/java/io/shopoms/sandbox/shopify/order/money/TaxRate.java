package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;

/** A tax that applies to an order: {@code 0.10} is ten percent. */
public record TaxRate(String title, BigDecimal rate) {

    public TaxRate {
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("a tax needs a title");
        }
        if (rate == null || rate.signum() < 0 || rate.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException("a tax rate must lie between 0 and 10");
        }
    }
}

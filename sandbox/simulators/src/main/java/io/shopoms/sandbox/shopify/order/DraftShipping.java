package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;

/** A shipping line of an order to be placed. */
public record DraftShipping(String title, String code, BigDecimal price) {

    public DraftShipping {
        title = title == null ? "Standard" : title;
        code = code == null ? title : code;
        price = price == null ? BigDecimal.ZERO : price;
        if (price.signum() < 0) {
            throw new IllegalArgumentException("shipping must cost 0 or more");
        }
    }
}

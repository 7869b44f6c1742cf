package io.shopoms.order.mapping;

import java.util.List;

/** What Odoo knows under a SKU, which is not unique there. */
public sealed interface ProductMatch {

    /** The product to order; an archived one only where no active one has the SKU. */
    record One(long productId) implements ProductMatch {}

    record None() implements ProductMatch {}

    /** None, and the store's policy is to book the line on the placeholder product. */
    record Placeholder() implements ProductMatch {}

    record Several(List<Long> productIds) implements ProductMatch {
        public Several {
            productIds = List.copyOf(productIds);
        }
    }
}

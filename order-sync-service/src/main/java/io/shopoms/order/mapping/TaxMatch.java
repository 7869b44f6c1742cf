package io.shopoms.order.mapping;

import java.util.List;

/** Which of Odoo's sales taxes a {@link TaxKey} means. */
public sealed interface TaxMatch {

    record One(long taxId) implements TaxMatch {}

    record None() implements TaxMatch {}

    /** More than one tax has the rate; which is meant, a person must say. */
    record Several(List<Long> taxIds) implements TaxMatch {
        public Several {
            taxIds = List.copyOf(taxIds);
        }
    }
}

package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.catalog.Variant;
import java.util.Comparator;

/** The orders that variants can be listed in. */
enum VariantSort {
    ID(Comparator.comparing(Variant::id)),
    POSITION(Comparator.comparing(Variant::position).thenComparing(Variant::id)),
    SKU(Comparator.comparing((Variant each) -> each.sku() == null ? "" : each.sku())
            .thenComparing(Variant::id)),
    TITLE(Comparator.comparing(Variant::title).thenComparing(Variant::id));

    private final Comparator<Variant> comparator;

    VariantSort(Comparator<Variant> comparator) {
        this.comparator = comparator;
    }

    Comparator<Variant> comparator() {
        return comparator;
    }
}

package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;

/**
 * The inventory item of a variant.
 *
 * @param sku null for none
 * @param tracked whether Shopify counts it; new ones are not
 * @param cost per unit; null for unknown
 */
public record Item(String sku, boolean tracked, boolean requiresShipping, BigDecimal cost, Weight weight) {

    static final Item DEFAULT = new Item(null, false, true, null, Weight.NONE);
}

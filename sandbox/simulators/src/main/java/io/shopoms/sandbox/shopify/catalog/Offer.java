package io.shopoms.sandbox.shopify.catalog;

import java.math.BigDecimal;

/**
 * How a variant is sold.
 *
 * @param compareAtPrice what it cost before; null for none
 * @param barcode null for none
 * @param oversell whether it is sold when there is none left
 */
public record Offer(BigDecimal price, BigDecimal compareAtPrice, String barcode, boolean taxable, boolean oversell) {

    static final Offer DEFAULT = new Offer(new BigDecimal("0.00"), null, null, true, false);
}

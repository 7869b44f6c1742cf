package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;

/**
 * Shopify made one account of two.
 *
 * @param kept the account that goes on and has all orders now
 * @param deleted the account that is gone
 * @param completed whether it is done; otherwise it was only asked for, or failed
 */
public record CustomerMerge(ShopifyId kept, ShopifyId deleted, boolean completed) {}

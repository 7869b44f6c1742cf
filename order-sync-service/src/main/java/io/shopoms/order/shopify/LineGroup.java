package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;

/**
 * The bundle that lines were sold in. The lines are what is shipped and paid; the group is a heading.
 *
 * @param title what the customer bought
 * @param quantity how many bundles
 */
public record LineGroup(ShopifyId id, String title, int quantity) {}

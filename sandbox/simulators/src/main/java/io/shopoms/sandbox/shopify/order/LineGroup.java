package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.catalog.Variant;

/**
 * A bundle in an order, of which several lines are the parts.
 *
 * @param variant the bundle's own product; null for none
 */
public record LineGroup(long id, DraftBundle draft, Variant variant) {}

package io.shopoms.sandbox.shopify.order;

/** What the shop's catalogue knows of a SKU. */
public record Variant(long id, long productId, String sku, String title) {}

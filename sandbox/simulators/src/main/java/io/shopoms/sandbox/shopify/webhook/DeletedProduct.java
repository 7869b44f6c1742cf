package io.shopoms.sandbox.shopify.webhook;

/** What is left of a product in {@code products/delete}. */
public record DeletedProduct(long id) {}

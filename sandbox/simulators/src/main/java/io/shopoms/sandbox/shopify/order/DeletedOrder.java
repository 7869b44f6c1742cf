package io.shopoms.sandbox.shopify.order;

/** All that is left of an order that was deleted. */
public record DeletedOrder(long id) {}

package io.shopoms.sandbox.shopify.order;

/** A place that the shop ships from. */
public record Location(long id, String name) {}

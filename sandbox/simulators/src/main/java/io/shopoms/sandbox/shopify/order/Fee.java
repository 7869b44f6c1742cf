package io.shopoms.sandbox.shopify.order;

/** An additional fee of an order. */
public record Fee(long id, DraftFee draft) {}

package io.shopoms.sandbox.shopify.order;

/** A duty on a line of an order. */
public record Duty(long id, LineItem line, DraftDuty draft) {}

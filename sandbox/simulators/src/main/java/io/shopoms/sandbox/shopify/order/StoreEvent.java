package io.shopoms.sandbox.shopify.order;

/**
 * Something that Shopify sends a webhook for.
 *
 * @param about what its body shows: an order, a fulfilment, a refund, a transaction, an edit, a return, a customer, …
 */
public record StoreEvent(String topic, Object about) {}

package io.shopoms.sandbox.shopify.order;

import java.util.List;
import java.util.Optional;

/**
 * Something happened to an order.
 *
 * @param topics the webhook topics that it sets off, in the order in which Shopify tends to send them
 * @param fulfillment the shipment that {@code fulfillments/*} topics are about
 */
public record OrderChange(Order order, List<String> topics, Optional<Fulfillment> fulfillment) {}

package io.shopoms.bus.consume;

import java.util.Map;

/**
 * A message as the broker handed it over.
 *
 * @param headers values are of the client's own text class: use {@code toString()}
 * @param body the exact bytes; not copied
 */
public record Delivery(String routingKey, Map<String, Object> headers, byte[] body) {}

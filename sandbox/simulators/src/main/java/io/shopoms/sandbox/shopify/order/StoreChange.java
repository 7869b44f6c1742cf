package io.shopoms.sandbox.shopify.order;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that one act set off.
 *
 * @param recordId the number of the record that it is about
 * @param recordName as people call it: {@code #1001}
 * @param events in the order in which Shopify tends to send them
 */
public record StoreChange(String recordId, String recordName, List<StoreEvent> events) {

    static StoreChange of(Order order, Stream<StoreEvent> events) {
        return new StoreChange(Long.toString(order.id()), order.name(), events.toList());
    }

    /** Topics that carry the order itself. */
    static StoreChange of(Order order, String... topics) {
        return of(order, Arrays.stream(topics).map(topic -> new StoreEvent(topic, order)));
    }

    static StoreChange of(Customer customer, StoreEvent event) {
        return new StoreChange(Long.toString(customer.id()), String.valueOf(customer.email()), List.of(event));
    }

    public List<String> topics() {
        return events.stream().map(StoreEvent::topic).toList();
    }
}

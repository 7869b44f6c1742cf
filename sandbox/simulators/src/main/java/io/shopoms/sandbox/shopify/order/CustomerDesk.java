package io.shopoms.sandbox.shopify.order;

import java.util.List;

/** Changes what the shop knows of its buyers, as they or the merchant do. */
public final class CustomerDesk {

    /** @param orders ids of the orders that named the customer */
    public record Redaction(long customerId, String email, String phone, List<Long> orders) {}

    public record Merge(long keptId, long deletedId) {}

    public record Deletion(long customerId) {}

    private final Shop shop;
    private final StoreEvents events;

    public CustomerDesk(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    public void update(Customer customer, CustomerProfile change) {
        customer.change(customer.profile().with(change), shop.now());
        tell(customer, "customers/update", customer);
    }

    /**
     * One customer takes over the other's orders.
     *
     * @throws IllegalArgumentException if they are the same
     */
    public void merge(Customer kept, Customer deleted) {
        if (kept == deleted) {
            throw new IllegalArgumentException("a customer cannot be merged with itself");
        }
        shop.ordersOf(deleted).forEach(order -> {
            order.belongsTo(kept);
            order.touch(shop.now());
        });
        shop.remove(deleted);
        kept.change(kept.profile(), shop.now());
        tell(kept, "customers/merge", new Merge(kept.id(), deleted.id()));
    }

    /** Forgets who the customer is, also on orders. */
    public void redact(Customer customer) {
        List<Order> orders = shop.ordersOf(customer);
        Redaction redaction = new Redaction(
                customer.id(),
                customer.email(),
                customer.phone(),
                orders.stream().map(Order::id).toList());
        customer.change(new CustomerProfile(null, null, null, null, null, List.of(), false, null), shop.now());
        orders.forEach(order -> order.change(order.details().redacted()));
        tell(customer, "customers/redact", redaction);
    }

    /** @throws IllegalArgumentException if the customer has orders */
    public void delete(Customer customer) {
        if (!shop.ordersOf(customer).isEmpty()) {
            throw new IllegalArgumentException("a customer with orders cannot be deleted");
        }
        shop.remove(customer);
        tell(customer, "customers/delete", new Deletion(customer.id()));
    }

    private void tell(Customer customer, String topic, Object about) {
        events.changed(StoreChange.of(customer, new StoreEvent(topic, about)));
    }
}

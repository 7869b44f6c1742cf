package io.shopoms.sandbox.shopify.order;

/** Is told of every change that Shopify would send webhooks for. */
@FunctionalInterface
public interface OrderEvents {

    void changed(OrderChange change);
}

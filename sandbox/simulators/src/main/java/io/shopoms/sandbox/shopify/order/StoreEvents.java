package io.shopoms.sandbox.shopify.order;

/** Is told of every change that Shopify would send webhooks for. */
@FunctionalInterface
public interface StoreEvents {

    void changed(StoreChange change);
}

package io.shopoms.sandbox.shopify.webhook;

import io.shopoms.sandbox.shopify.catalog.CatalogEvents;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.order.StoreChange;
import io.shopoms.sandbox.shopify.order.StoreEvent;
import io.shopoms.sandbox.shopify.order.StoreEvents;
import java.util.List;

/** Turns what happens to products into webhooks. The app that wrote hears of its own writes too, as in Shopify. */
public final class CatalogWebhooks implements CatalogEvents {

    private final StoreEvents events;

    public CatalogWebhooks(StoreEvents events) {
        this.events = events;
    }

    @Override
    public void created(Product product) {
        tell(product, new StoreEvent("products/create", product));
    }

    @Override
    public void updated(Product product) {
        tell(product, new StoreEvent("products/update", product));
    }

    @Override
    public void deleted(Product product) {
        tell(product, new StoreEvent("products/delete", new DeletedProduct(product.id())));
    }

    private void tell(Product product, StoreEvent event) {
        events.changed(new StoreChange(Long.toString(product.id()), product.title(), List.of(event)));
    }
}

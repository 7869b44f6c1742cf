package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Stock;
import java.util.ArrayList;
import java.util.List;

/** Adds to what one act set off what it did to the inventory. */
public final class StockTelling implements StoreEvents {

    private final Stock stock;
    private final StoreEvents events;

    public StockTelling(Stock stock, StoreEvents events) {
        this.stock = stock;
        this.events = events;
    }

    @Override
    public void changed(StoreChange change) {
        List<StoreEvent> all = new ArrayList<>(change.events());
        stock.drain().forEach(each -> all.add(new StoreEvent(each.topic(), each.about())));
        if (!all.isEmpty()) {
            events.changed(new StoreChange(change.recordId(), change.recordName(), all));
        }
    }

    /** Tells what has happened to the inventory alone. */
    public void tell() {
        changed(new StoreChange("", "inventory", List.of()));
    }
}

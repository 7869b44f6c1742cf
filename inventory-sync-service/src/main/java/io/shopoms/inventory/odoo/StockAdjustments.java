package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;

/** Changes Odoo's stock after what people did in Shopify: an inventory adjustment, effectively once. */
public interface StockAdjustments {

    /**
     * Adds {@code delta} units (negative takes away) to what lies at the source. Repeating it with the same mark changes
     * nothing more.
     *
     * @param mark unique text that is left on Odoo's stock move, by which a repetition recognises it
     * @return what Odoo then has on hand there, as text for people
     */
    Uni<String> adjust(Store store, String mark, OdooId product, StockSource source, long delta);
}

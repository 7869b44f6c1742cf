package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure;
import java.util.Map;

/**
 * Free stock as Odoo told it. What Odoo did not tell is missing and never zero.
 *
 * @param products those that Odoo shows, with a quantity for each source that is not in {@code unusable}; one that was
 *     deleted, or that the integration user may not see, is missing
 * @param unusable sources of which nothing can be told, with the reason: they do not exist, are archived, hidden or
 *     hold no stock of their own
 */
public record FreeStock(Map<OdooId, ProductStock> products, Map<StockSource, SyncFailure> unusable) {

    public FreeStock {
        products = Map.copyOf(products);
        unusable = Map.copyOf(unusable);
    }
}

package io.shopoms.inventory;

import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What Odoo had free when numbers were last computed from it. */
final class RememberedStock {

    private RememberedStock() {}

    /**
     * A product as it was when it was offered. Sources that none of its levels has a number of are missing, as those are of
     * which Odoo tells nothing; of levels that were computed at different times the least holds.
     */
    static ProductStock of(OdooId product, Collection<Level> levels) {
        Map<StockSource, BigDecimal> free = new HashMap<>();
        levels.stream()
                .flatMap(level -> level.number().stream())
                .flatMap(number -> number.sources().stream())
                .forEach((SourceStock source) -> free.merge(source.source(), source.free(), BigDecimal::min));
        return new ProductStock(product, true, true, "", true, free);
    }
}

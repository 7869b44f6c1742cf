package io.shopoms.inventory.stock;

import io.shopoms.model.OdooId;
import java.util.Objects;

/**
 * Where in Odoo stock lies: a whole warehouse, or a stock location with all below it.
 *
 * @param kind what {@code id} is the id of
 * @param id of the {@code stock.warehouse} or {@code stock.location}
 */
public record StockSource(Kind kind, OdooId id) {

    public StockSource {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    /** The model that a source is a record of. */
    public enum Kind {
        WAREHOUSE,
        LOCATION
    }
}

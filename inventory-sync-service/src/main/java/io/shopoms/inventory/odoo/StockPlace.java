package io.shopoms.inventory.odoo;

import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import java.util.Objects;
import java.util.Optional;

/**
 * A warehouse or stock location of Odoo, as people choose it for a Shopify location.
 *
 * @param source what it is called by in mappings
 * @param name as in Odoo: a warehouse's name, a location's full path
 * @param warehouse that it belongs to, or is; empty for a location outside of every warehouse
 * @param root the {@code stock.location} below which its stock lies
 * @param company whose it is; empty if it is shared
 * @param active whether it is not archived
 * @param holdsStock whether what lies there is on stock: not so for the virtual locations of vendors, customers and losses
 */
public record StockPlace(
        StockSource source,
        String name,
        Optional<OdooId> warehouse,
        OdooId root,
        Optional<OdooId> company,
        boolean active,
        boolean holdsStock) {

    public StockPlace {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(warehouse, "warehouse");
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(company, "company");
    }

    /** Whether it can be mapped. */
    public boolean isUsable() {
        return active && holdsStock;
    }
}

package io.shopoms.inventory.odoo;

import io.shopoms.model.OdooId;
import java.time.Instant;
import java.util.Objects;

/**
 * A row of Odoo that changed, and what it says of a product's stock now.
 *
 * @param table whose row
 * @param id of the row
 * @param product the {@code product.product}
 * @param writtenAt in whole seconds, as Odoo shows it
 * @param content what matters of it for stock
 * @param cause what moved the goods, in words; empty where the row cannot tell
 */
public record StockRow(StockTable table, long id, OdooId product, Instant writtenAt, String content, String cause) {

    public StockRow {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(writtenAt, "writtenAt");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(cause, "cause");
    }
}

package io.shopoms.inventory.stock;

import io.shopoms.model.OdooId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * What Odoo says of a product's stock at one moment. A product that Odoo does not show has none of these: an empty answer
 * is not a stock of zero.
 *
 * @param product the {@code product.product}
 * @param active whether it is not archived
 * @param storable whether Odoo keeps its stock; for others the quantities mean nothing
 * @param unit the name of its unit of measure
 * @param counted whether that unit counts pieces (units, dozens) rather than measures (kilograms, hours)
 * @param free on hand and not reserved, in {@code unit}; may be negative or fractional
 */
public record ProductStock(
        OdooId product,
        boolean active,
        boolean storable,
        String unit,
        boolean counted,
        Map<StockSource, BigDecimal> free) {

    public ProductStock {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(unit, "unit");
        free = Map.copyOf(free);
    }
}

package io.shopoms.inventory.odoo;

import java.util.List;

/** Where Odoo dates what changes stock; a product's own date does not move with its stock. */
public enum StockTable {
    /** Goods moved, reserved, released. Kept for ever, unlike quants; they tell the cause. */
    MOVES(
            "stock.move",
            "product_id",
            List.of("state", "quantity"),
            List.of("picking_code", "is_inventory", "reference")),
    /** What lies where. Odoo deletes those of zero now and then. */
    QUANTS("stock.quant", "product_id", List.of("quantity", "reserved_quantity"), List.of()),
    /** Archived, no longer storable, another unit. */
    PRODUCTS("product.product", "id", List.of("active", "type", "uom_id"), List.of());

    private final String model;
    private final String product;
    private final List<String> content;
    private final List<String> cause;

    StockTable(String model, String product, List<String> content, List<String> cause) {
        this.model = model;
        this.product = product;
        this.content = content;
        this.cause = cause;
    }

    String model() {
        return model;
    }

    /** The field that leads to the product. */
    String product() {
        return product;
    }

    /** The fields that say what the row means for stock. */
    List<String> content() {
        return content;
    }

    List<String> cause() {
        return cause;
    }
}

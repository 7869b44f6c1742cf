package io.shopoms.sandbox.odoo.control;

import io.shopoms.sandbox.odoo.view.LevelView;
import java.util.List;

/** The part of the page with what lies in which warehouse, where goods are received and counted. */
final class StockPage {

    private final Html html;

    StockPage(Html html) {
        this.html = html;
    }

    void levels(List<LevelView> levels, int count) {
        html.section("Warehouses", count);
        html.tableStart("Product", "Warehouse", Html.NUMBER + "On hand", Html.NUMBER + "Free", "", "");
        for (LevelView level : levels) {
            html.rowStart();
            html.cell(level.sku());
            html.cell(level.warehouse());
            html.number(Page.plain(level.onHand()));
            html.number(Page.plain(level.free()));
            String address = "/page/warehouses/" + level.warehouseId() + "/products/" + level.productId();
            html.form(address + "/receive", "quantity", "Quantity", "Receive");
            html.form(address + "/count", "quantity", "Quantity", "Count");
            html.rowEnd();
        }
        html.tableEnd("Nothing is stored yet.", levels.isEmpty());
    }
}

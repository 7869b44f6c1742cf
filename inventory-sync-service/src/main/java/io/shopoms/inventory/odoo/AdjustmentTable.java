package io.shopoms.inventory.odoo;

import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes an adjustment as a table for {@code load}: a transfer between the stock location and Odoo's location of losses,
 * with its quantity picked. It changes stock by a difference, whatever others do meanwhile, while Odoo's own count sets it to
 * a number; and its external id lets it come to be only once.
 */
final class AdjustmentTable {

    static final String PICKING = "stock.picking";

    private static final String KIND = "adjustment";

    private AdjustmentTable() {}

    /**
     * @param loss the {@code stock.location} that Odoo counts losses of this product against
     * @param delta not 0
     */
    static Load of(
            StockDialect dialect,
            ShopDomain shop,
            String mark,
            OdooId product,
            AdjustedPlace place,
            long loss,
            long delta) {
        long from = delta < 0 ? place.stock() : loss;
        long to = delta < 0 ? loss : place.stock();
        long units = Math.abs(delta);
        List<String> columns = new ArrayList<>(List.of(
                "id",
                "picking_type_id/.id",
                "location_id/.id",
                "location_dest_id/.id",
                "origin",
                "move_ids/id",
                "move_ids/product_id/.id",
                "move_ids/product_uom_qty",
                "move_ids/quantity",
                "move_ids/picked",
                "move_ids/location_id/.id",
                "move_ids/location_dest_id/.id",
                "move_ids/is_inventory"));
        columns.add(dialect.movesAreNamed() ? "move_ids/name" : "move_ids/inventory_name");
        List<Object> row = List.of(
                id(shop, mark).toString(),
                place.operation(),
                from,
                to,
                mark,
                ExternalId.of(shop, KIND + "move", key(mark)).toString(),
                product.value(),
                units,
                units,
                "1",
                from,
                to,
                "1",
                mark);
        return new Load(PICKING, columns, List.of(row));
    }

    /** Under which Odoo knows the transfer. */
    static ExternalId id(ShopDomain shop, String mark) {
        return ExternalId.of(shop, KIND, key(mark));
    }

    /** Odoo allows no blanks there. */
    private static String key(String mark) {
        return mark.strip().replaceAll("\\s+", "-");
    }
}

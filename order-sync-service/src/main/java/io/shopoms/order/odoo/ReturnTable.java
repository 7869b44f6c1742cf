package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.returns.Movement;
import io.shopoms.order.mapping.returns.ReturnDraft;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.Load;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a return as a table for {@code load}: a row for each shipped move, the return's own columns in its first. */
final class ReturnTable {

    private static final List<String> HEADER = List.of(
            "id",
            "picking_type_id/.id",
            "location_id/.id",
            "location_dest_id/.id",
            "partner_id/.id",
            "origin",
            "return_id/.id");

    private static final List<String> MOVES = List.of(
            "move_ids/id",
            "move_ids/product_id/.id",
            "move_ids/product_uom_qty",
            "move_ids/location_id/.id",
            "move_ids/location_dest_id/.id",
            "move_ids/origin_returned_move_id/.id",
            "move_ids/to_refund",
            "move_ids/sale_line_id/.id");

    private ReturnTable() {}

    /**
     * @param delivery the picking that the goods went out with
     * @param returns the operation type for what comes back; its place is where the goods go, else where they came from
     */
    static Load of(ShopDomain shop, ReturnDraft draft, JsonNode delivery, long returnTypeId, JsonNode returns) {
        long from = Records.reference(delivery, "location_dest_id");
        long usual = Records.reference(returns, "default_location_dest_id");
        long to = usual == 0 ? Records.reference(delivery, "location_id") : usual;
        Movement first = draft.units().keySet().iterator().next();
        List<Object> header = List.of(
                ExternalId.of(shop, Movement.RETURN_KIND, draft.key()).toString(),
                returnTypeId,
                from,
                to,
                Records.reference(delivery, "partner_id"),
                "Return of " + first.picking(),
                first.pickingId());
        List<List<Object>> rows = new ArrayList<>();
        draft.units().forEach((shipment, units) -> {
            List<Object> row = new ArrayList<>(rows.isEmpty() ? header : Collections.nCopies(HEADER.size(), ""));
            row.add(ExternalId.of(shop, "returnmove", draft.key() + "_" + shipment.id())
                    .toString());
            row.addAll(List.of(shipment.productId(), units, from, to, shipment.id(), "1", shipment.lineId()));
            rows.add(row);
        });
        List<String> columns = new ArrayList<>(HEADER);
        columns.addAll(MOVES);
        return new Load("stock.picking", columns, rows);
    }
}

package io.shopoms.fulfillment.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.fulfillment.odoo.Shipment.Move;
import io.shopoms.fulfillment.odoo.Shipment.Picking;
import io.shopoms.fulfillment.odoo.Shipment.SaleLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which fields {@code web_search_read} is asked for, and how they are read. */
final class PickingSpecification {

    /** Enough to know whose order changed. */
    static final ObjectNode CHANGED = changed();

    /** A picking with its goods. */
    static final ObjectNode SHIPPED = shipped();

    private PickingSpecification() {}

    private static ObjectNode changed() {
        ObjectNode picking = fields("write_date");
        picking.set("sale_id", nested(fields("origin")));
        return picking;
    }

    private static ObjectNode shipped() {
        ObjectNode line = fields("product_id", "qty_delivered");
        ObjectNode move = fields("state", "quantity");
        move.set("product_id", nested(fields("default_code")));
        move.set("sale_line_id", nested(line));
        ObjectNode picking = fields("name", "date_done", "write_date", "carrier_tracking_ref", "carrier_tracking_url");
        picking.set("carrier_id", nested(fields("name")));
        picking.set("sale_id", nested(fields("name", "origin")));
        picking.set("move_ids", nested(move));
        return picking;
    }

    static Picking picking(JsonNode picking) {
        List<Move> moves = new ArrayList<>();
        for (JsonNode move : picking.path("move_ids")) {
            // A done picking can hold cancelled moves; their quantities were never shipped.
            if (move.path("state").asText().equals("done")) {
                moves.add(move(move));
            }
        }
        // Odoo lists them by a priority that people can change; the content must not change with it.
        moves.sort(Comparator.comparingLong(Move::id));
        return new Picking(
                picking.path("id").asLong(),
                OdooValue.text(picking.path("name")),
                OdooValue.instant(picking.path("date_done")),
                OdooValue.instant(picking.path("write_date")),
                OdooValue.text(picking.path("carrier_id").path("name")),
                OdooValue.text(picking.path("carrier_tracking_ref")),
                OdooValue.text(picking.path("carrier_tracking_url")),
                moves);
    }

    private static Move move(JsonNode move) {
        JsonNode product = move.path("product_id");
        String sku = OdooValue.text(product.path("default_code"));
        JsonNode line = move.path("sale_line_id");
        return new Move(
                move.path("id").asLong(),
                line.isObject()
                        ? new SaleLine(
                                line.path("id").asLong(),
                                line.path("product_id").asLong(),
                                OdooValue.decimal(line.path("qty_delivered")))
                        : null,
                product.path("id").asLong(),
                sku == null ? "product " + product.path("id").asText() : sku,
                OdooValue.decimal(move.path("quantity")));
    }

    private static ObjectNode fields(String... names) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            fields.putObject(name);
        }
        return fields;
    }

    private static ObjectNode nested(ObjectNode fields) {
        ObjectNode nested = JsonNodeFactory.instance.objectNode();
        nested.set("fields", fields);
        return nested;
    }
}

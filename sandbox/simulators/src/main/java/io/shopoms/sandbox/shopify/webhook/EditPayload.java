package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.CommittedEdit;
import io.shopoms.sandbox.shopify.order.ShippingLine;
import java.time.ZoneId;
import java.util.List;

/** The body of {@code orders/edited}: what was added and removed, and no order. */
final class EditPayload {

    private EditPayload() {}

    static ObjectNode of(CommittedEdit edit, ZoneId zone) {
        ObjectNode body = Payloads.object();
        ObjectNode node = body.putObject("order_edit");
        node.put("id", edit.id());
        node.putNull("app_id");
        node.put("created_at", Payloads.time(edit.committedAt(), zone));
        node.put("committed_at", Payloads.time(edit.committedAt(), zone));
        node.put("notify_customer", false);
        node.put("order_id", edit.order().id());
        node.put("staff_note", "");
        node.putNull("user_id");
        ObjectNode lines = node.putObject("line_items");
        lines.set("additions", units(edit.added()));
        lines.set("removals", units(edit.removed()));
        ObjectNode discounts = node.putObject("discounts").putObject("line_item");
        discounts.putArray("additions");
        discounts.putArray("removals");
        ObjectNode shipping = node.putObject("shipping_lines");
        shipping.set("additions", shipping(edit.shippingAdded()));
        shipping.set("removals", shipping(edit.shippingRemoved()));
        return body;
    }

    private static ArrayNode units(List<CommittedEdit.Units> units) {
        return Payloads.array(
                units,
                (array, each) -> array.addObject().put("id", each.line().id()).put("delta", each.units()));
    }

    private static ArrayNode shipping(List<ShippingLine> lines) {
        return Payloads.array(lines, (array, line) -> array.addObject().put("id", line.id()));
    }
}

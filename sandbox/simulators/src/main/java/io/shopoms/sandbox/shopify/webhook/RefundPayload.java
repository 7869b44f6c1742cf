package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import java.time.ZoneId;

/** A refund as it stands in {@code refunds[]} of an order. */
final class RefundPayload {

    private RefundPayload() {}

    static ObjectNode of(Order order, Refund refund, ZoneId zone) {
        ObjectNode node = Payloads.identified(refund.id(), "Refund");
        node.put("created_at", Payloads.time(refund.createdAt(), zone));
        node.put("note", refund.note());
        node.put("order_id", order.id());
        node.put("processed_at", Payloads.time(refund.createdAt(), zone));
        node.put("restock", refund.lines().stream().anyMatch(Refund.Line::restocked));
        node.putNull("user_id");
        node.putArray("order_adjustments");
        node.putArray("transactions");
        node.putArray("duties");
        node.set("refund_line_items", Payloads.array(refund.lines(), (array, line) -> array.add(line(order, line))));
        return node;
    }

    /** Subtotals are numbers here, where all other money is text. */
    private static ObjectNode line(Order order, Refund.Line line) {
        ObjectNode node = Payloads.object().put("id", line.id());
        node.put("line_item_id", line.lineItem().id());
        node.putNull("location_id");
        node.put("quantity", line.quantity());
        node.put("restock_type", line.restocked() ? "cancel" : "no_restock");
        node.put("subtotal", line.subtotal().shopMoney().amount());
        node.set("subtotal_set", Payloads.set(line.subtotal()));
        node.put("total_tax", line.tax().shopMoney().amount());
        node.set("total_tax_set", Payloads.set(line.tax()));
        node.set("line_item", LinePayload.item(order, line.lineItem()));
        return node;
    }
}

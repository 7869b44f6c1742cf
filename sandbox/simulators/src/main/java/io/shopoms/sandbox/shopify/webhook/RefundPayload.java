package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.OrderReturn;
import io.shopoms.sandbox.shopify.order.Refund;
import java.time.ZoneId;

/** A refund: the body of {@code refunds/create}, and as it stands in {@code refunds[]} of an order. */
final class RefundPayload {

    private RefundPayload() {}

    /** Since 2024-10 refunded shipping stands in {@code refund_shipping_lines}, no longer among the adjustments. */
    static ObjectNode of(Refund refund, ZoneId zone) {
        ObjectNode node = Payloads.identified(refund.id(), "Refund");
        node.put("created_at", Payloads.time(refund.createdAt(), zone));
        node.put("note", refund.note());
        node.put("order_id", refund.order().id());
        node.put("processed_at", Payloads.time(refund.createdAt(), zone));
        node.put("restock", refund.lines().stream().anyMatch(Refund.Line::restocked));
        node.putNull("user_id");
        node.set("return", refund.settledReturn().map(RefundPayload::reference).orElse(null));
        node.set("duties", Payloads.array(refund.duties(), (array, duty) -> array.add(duty(duty))));
        node.set(
                "total_duties_set",
                Payloads.set(refund.order()
                        .zero()
                        .plusAll(refund.duties().stream()
                                .map(Refund.DutyBack::amount)
                                .toList())));
        node.set(
                "order_adjustments",
                Payloads.array(refund.adjustments(), (array, each) -> array.add(adjustment(refund, each))));
        node.set(
                "transactions",
                Payloads.array(refund.transactions(), (array, each) -> array.add(TransactionPayload.of(each, zone))));
        node.set("refund_line_items", Payloads.array(refund.lines(), (array, line) -> array.add(line(line))));
        node.set(
                "refund_shipping_lines", Payloads.array(refund.shipping(), (array, line) -> array.add(shipping(line))));
        return node;
    }

    private static ObjectNode reference(OrderReturn settled) {
        return Payloads.identified(settled.id(), "Return");
    }

    private static ObjectNode duty(Refund.DutyBack back) {
        ObjectNode node = Payloads.object().put("duty_id", back.duty().id());
        node.set("amount_set", Payloads.set(back.amount()));
        return node;
    }

    private static ObjectNode adjustment(Refund refund, Refund.Adjustment adjustment) {
        ObjectNode node = Payloads.object().put("id", adjustment.id());
        node.put("kind", "refund_discrepancy");
        node.put("order_id", refund.order().id());
        node.put("reason", adjustment.reason().label());
        node.put("refund_id", refund.id());
        Payloads.amount(node, "amount", adjustment.amount());
        Payloads.amount(node, "tax_amount", refund.order().zero());
        return node;
    }

    /** Subtotals are numbers here, where all other money is text. */
    private static ObjectNode line(Refund.Line line) {
        ObjectNode node = Payloads.object().put("id", line.id());
        node.put("line_item_id", line.lineItem().id());
        node.put("location_id", line.location() == null ? null : line.location().id());
        node.put("quantity", line.quantity());
        node.put("restock_type", line.restock().wireName());
        node.put("subtotal", line.subtotal().shopMoney().amount());
        node.set("subtotal_set", Payloads.set(line.subtotal()));
        node.put("total_tax", line.tax().shopMoney().amount());
        node.set("total_tax_set", Payloads.set(line.tax()));
        ObjectNode item = LinePayload.item(line.order(), line.lineItem());
        // A refund's line shows the line as it was ordered.
        item.remove("attributed_staffs");
        item.remove("current_quantity");
        item.remove("sales_line_item_group_id");
        item.remove("pre_tax_price_set");
        node.set("line_item", item);
        return node;
    }

    private static ObjectNode shipping(Refund.Shipping line) {
        ObjectNode node = Payloads.object().put("id", line.id());
        node.put("shipping_line_id", line.shippingLine().id());
        node.set("subtotal_amount_set", Payloads.set(line.subtotal()));
        node.set("tax_amount_set", Payloads.set(line.tax()));
        int index = line.order().charges().shipping().indexOf(line.shippingLine());
        node.set("shipping_line", LinePayload.shipping(line.order(), index));
        return node;
    }
}

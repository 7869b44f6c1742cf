package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.sync.odoo.ExternalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code sale.order} and its lines into states. */
final class OrderStates {

    static final List<String> ORDER_FIELDS = List.of(
            "name",
            "state",
            "locked",
            "delivery_status",
            "amount_total",
            "amount_tax",
            "currency_id",
            "tag_ids",
            "partner_invoice_id",
            "partner_shipping_id",
            "picking_ids",
            "note");

    static final List<String> LINE_FIELDS = List.of(
            "order_id",
            "name",
            "product_uom_qty",
            "qty_delivered",
            "price_unit",
            "tax_ids",
            "price_subtotal",
            "price_total",
            "is_delivery");

    /** Other words ({@code pending}, none) mean that all goods are still there. */
    private static final Set<String> DELIVERY_STARTED = Set.of("started", "partial", "full");

    private OrderStates() {}

    static Map<Long, SaleOrderState> of(
            List<JsonNode> orders, List<JsonNode> lines, Map<Long, List<ExternalId>> externalIds) {
        Map<Long, List<SaleLineState>> byOrder = new HashMap<>();
        for (JsonNode line : lines) {
            Optional<ExternalId> externalId = externalIds.getOrDefault(Records.id(line), List.of()).stream()
                    .findFirst();
            byOrder.computeIfAbsent(Records.reference(line, "order_id"), id -> new ArrayList<>())
                    .add(line(line, externalId));
        }
        Map<Long, SaleOrderState> states = new HashMap<>();
        for (JsonNode order : orders) {
            long id = Records.id(order);
            states.put(id, order(order, byOrder.getOrDefault(id, List.of())));
        }
        return states;
    }

    private static SaleOrderState order(JsonNode order, List<SaleLineState> lines) {
        String state = Records.text(order, "state");
        return new SaleOrderState(
                Records.id(order),
                Records.text(order, "name"),
                stage(state),
                // Before 17 a locked order had a state of its own.
                order.path("locked").asBoolean(false) || state.equals("done"),
                DELIVERY_STARTED.contains(Records.text(order, "delivery_status")),
                Records.number(order, "amount_total"),
                Records.number(order, "amount_tax"),
                Records.reference(order, "currency_id"),
                Records.references(order, "tag_ids"),
                Records.reference(order, "partner_invoice_id"),
                Records.reference(order, "partner_shipping_id"),
                Records.references(order, "picking_ids"),
                Records.text(order, "note"),
                lines);
    }

    private static SaleLineState line(JsonNode line, Optional<ExternalId> externalId) {
        return new SaleLineState(
                Records.id(line),
                externalId,
                Records.text(line, "name"),
                Records.number(line, "product_uom_qty"),
                Records.number(line, "qty_delivered"),
                Records.number(line, "price_unit"),
                Records.references(line, "tax_ids"),
                Records.number(line, "price_subtotal"),
                Records.number(line, "price_total"),
                line.path("is_delivery").asBoolean(false));
    }

    static Stage stage(String state) {
        return switch (state) {
            case "sale", "done" -> Stage.CONFIRMED;
            case "cancel" -> Stage.CANCELLED;
            default -> Stage.QUOTATION;
        };
    }
}

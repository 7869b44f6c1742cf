package io.shopoms.order.odoo;

import io.shopoms.order.mapping.DraftLine;
import io.shopoms.order.mapping.SaleOrderDraft;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes orders as tables for {@code load}: a row for each line, the order's own columns in its first. */
final class OrderTable {

    private static final List<String> ORDER_COLUMNS = List.of(
            "id",
            "partner_id/.id",
            "partner_invoice_id/.id",
            "partner_shipping_id/.id",
            "pricelist_id/.id",
            "client_order_ref",
            "origin",
            "date_order",
            "note",
            "tag_ids/.id");

    // A missing price or tax column would bring in the product's own; an empty cell means none.
    private static final List<String> LINE_COLUMNS = List.of(
            "id",
            "sequence",
            "display_type",
            "product_id/.id",
            "name",
            "product_uom_qty",
            "price_unit",
            "tax_ids/.id",
            "is_delivery");

    private OrderTable() {}

    static Load orders(List<OrderToPlace> orders) {
        List<String> columns = new ArrayList<>(ORDER_COLUMNS);
        LINE_COLUMNS.forEach(column -> columns.add("order_line/" + column));
        return new Load(
                "sale.order",
                columns,
                orders.stream().flatMap(order -> rows(order).stream()).toList());
    }

    /** Lines for orders that exist. */
    static Load lines(long orderId, List<DraftLine> lines) {
        List<String> columns = new ArrayList<>(LINE_COLUMNS);
        columns.add("order_id/.id");
        List<List<Object>> rows = new ArrayList<>();
        for (DraftLine line : lines) {
            List<Object> row = new ArrayList<>(cells(line));
            row.add(orderId);
            rows.add(row);
        }
        return new Load("sale.order.line", columns, rows);
    }

    private static List<List<Object>> rows(OrderToPlace order) {
        List<List<Object>> rows = new ArrayList<>();
        for (DraftLine line : order.draft().lines()) {
            List<Object> row =
                    new ArrayList<>(rows.isEmpty() ? header(order) : Collections.nCopies(ORDER_COLUMNS.size(), ""));
            row.addAll(cells(line));
            rows.add(row);
        }
        if (rows.isEmpty()) {
            List<Object> row = new ArrayList<>(header(order));
            row.addAll(Collections.nCopies(LINE_COLUMNS.size(), ""));
            rows.add(row);
        }
        return rows;
    }

    private static List<Object> header(OrderToPlace order) {
        SaleOrderDraft draft = order.draft();
        return List.of(
                draft.id().toString(),
                order.partners().customer(),
                order.partners().invoice(),
                order.partners().delivery(),
                draft.pricelistId().<Object>map(id -> id).orElse(""),
                draft.clientReference(),
                draft.origin(),
                OdooDateTime.format(draft.orderedAt()),
                draft.note(),
                joined(order.tagIds()));
    }

    private static List<Object> cells(DraftLine line) {
        return Stream.<Object>of(
                        line.id().toString(),
                        line.sequence(),
                        line.isNote() ? "line_note" : "",
                        line.productId().<Object>map(id -> id).orElse(""),
                        line.name(),
                        line.isNote() ? "" : line.quantity(),
                        line.isNote() ? "" : line.unitPrice(),
                        joined(line.taxIds()),
                        line.delivery() ? "1" : "")
                .toList();
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

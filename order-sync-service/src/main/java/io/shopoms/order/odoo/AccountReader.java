package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.BilledLine;
import io.shopoms.order.mapping.accounting.OrderAccount;
import io.shopoms.sync.odoo.ExternalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts records of {@code sale.order} and {@code account.move} together to the accounts of orders. */
final class AccountReader {

    static final List<String> ORDER_FIELDS =
            List.of("name", "partner_invoice_id", "currency_id", "amount_total", "amount_tax", "invoice_ids");

    static final List<String> SALE_LINE_FIELDS = List.of(
            "order_id",
            "product_id",
            "name",
            "product_uom_qty",
            "qty_delivered",
            "qty_to_invoice",
            "qty_invoiced",
            "price_unit",
            "discount",
            "tax_ids",
            "price_total");

    static final List<String> MOVE_FIELDS =
            List.of("name", "move_type", "state", "invoice_origin", "amount_total", "amount_tax", "amount_residual");

    static final List<String> MOVE_LINE_FIELDS =
            List.of("move_id", "sale_line_ids", "quantity", "price_subtotal", "price_total");

    private AccountReader() {}

    /** @param names our external ids of {@code moves} */
    record Documents(List<JsonNode> moves, List<JsonNode> lines, Map<Long, List<ExternalId>> names) {}

    static Map<Long, OrderAccount> accounts(
            List<JsonNode> orders, List<JsonNode> lines, Map<Long, List<ExternalId>> names, Documents documents) {
        Map<Long, List<BilledLine>> byOrder = new HashMap<>();
        for (JsonNode line : lines) {
            byOrder.computeIfAbsent(Records.reference(line, "order_id"), id -> new ArrayList<>())
                    .add(saleLine(line, first(names, line)));
        }
        Map<Long, AccountingDocument> byId = documents(documents);
        Map<Long, OrderAccount> accounts = new HashMap<>();
        for (JsonNode order : orders) {
            List<AccountingDocument> own = documents.moves().stream()
                    .filter(move -> belongs(move, order))
                    .map(move -> byId.get(Records.id(move)))
                    .toList();
            accounts.put(Records.id(order), account(order, byOrder.getOrDefault(Records.id(order), List.of()), own));
        }
        return accounts;
    }

    private static boolean belongs(JsonNode move, JsonNode order) {
        return Records.references(order, "invoice_ids").contains(Records.id(move))
                || Records.text(move, "invoice_origin").equals(Records.text(order, "name"));
    }

    private static OrderAccount account(JsonNode order, List<BilledLine> lines, List<AccountingDocument> documents) {
        return new OrderAccount(
                Records.id(order),
                Records.text(order, "name"),
                Records.reference(order, "partner_invoice_id"),
                Records.reference(order, "currency_id"),
                Records.number(order, "amount_total"),
                Records.number(order, "amount_tax"),
                lines,
                documents);
    }

    private static BilledLine saleLine(JsonNode line, Optional<ExternalId> externalId) {
        long product = Records.reference(line, "product_id");
        return new BilledLine(
                Records.id(line),
                externalId,
                product == 0 ? Optional.empty() : Optional.of(product),
                Records.text(line, "name"),
                Records.number(line, "product_uom_qty"),
                Records.number(line, "qty_delivered"),
                Records.number(line, "qty_to_invoice"),
                Records.number(line, "qty_invoiced"),
                Records.number(line, "price_unit"),
                Records.number(line, "discount"),
                Records.references(line, "tax_ids"),
                Records.number(line, "price_total"));
    }

    private static Map<Long, AccountingDocument> documents(Documents documents) {
        Map<Long, List<AccountingDocument.Line>> lines = new HashMap<>();
        for (JsonNode line : documents.lines()) {
            lines.computeIfAbsent(Records.reference(line, "move_id"), id -> new ArrayList<>())
                    .add(new AccountingDocument.Line(
                            Records.references(line, "sale_line_ids"),
                            Records.number(line, "quantity"),
                            Records.number(line, "price_subtotal"),
                            Records.number(line, "price_total")));
        }
        Map<Long, AccountingDocument> byId = new HashMap<>();
        for (JsonNode move : documents.moves()) {
            long id = Records.id(move);
            byId.put(id, document(move, first(documents.names(), move), lines.getOrDefault(id, List.of())));
        }
        return byId;
    }

    private static AccountingDocument document(
            JsonNode move, Optional<ExternalId> externalId, List<AccountingDocument.Line> lines) {
        boolean invoice = Records.text(move, "move_type").equals("out_invoice");
        String name = Records.text(move, "name");
        // A draft has no number yet, or only a slash in older versions.
        boolean unnamed = name.isEmpty() || name.equals("/");
        return new AccountingDocument(
                Records.id(move),
                externalId,
                invoice ? Kind.INVOICE : Kind.CREDIT_NOTE,
                state(Records.text(move, "state")),
                unnamed ? (invoice ? "draft invoice " : "draft credit note ") + Records.id(move) : name,
                Records.number(move, "amount_total"),
                Records.number(move, "amount_tax"),
                Records.number(move, "amount_residual"),
                lines);
    }

    private static State state(String state) {
        return switch (state) {
            case "posted" -> State.POSTED;
            case "cancel" -> State.CANCELLED;
            default -> State.DRAFT;
        };
    }

    private static Optional<ExternalId> first(Map<Long, List<ExternalId>> names, JsonNode record) {
        return names.getOrDefault(Records.id(record), List.of()).stream().findFirst();
    }
}

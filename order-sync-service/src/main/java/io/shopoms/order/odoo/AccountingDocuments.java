package io.shopoms.order.odoo;

import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.DocumentDraft;
import io.shopoms.order.mapping.accounting.DocumentIds;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.Load;
import io.shopoms.sync.odoo.OdooClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code account.move}: invoices and credit notes. They are made through {@code load} under their external ids; Odoo's own
 * wizards make another document each time they are asked.
 */
@ApplicationScoped
public class AccountingDocuments {

    private static final String MOVE = "account.move";

    private static final List<String> COLUMNS = List.of(
            "id",
            "move_type",
            "partner_id/.id",
            "invoice_date",
            "ref",
            "invoice_origin",
            "currency_id/.id",
            "reversed_entry_id/.id");

    // A missing tax column would bring in the product's own taxes; an empty cell means none.
    private static final List<String> LINE_COLUMNS = List.of(
            "id", "product_id/.id", "name", "quantity", "price_unit", "discount", "tax_ids/.id", "sale_line_ids/.id");

    AccountingDocuments() {}

    /** Makes drafts of the documents that do not exist yet, in one call. Those that do exist stay as they are. */
    public Uni<Void> ensure(OdooClient odoo, List<DocumentDraft> drafts) {
        List<String> columns = new ArrayList<>(COLUMNS);
        LINE_COLUMNS.forEach(column -> columns.add("invoice_line_ids/" + column));
        List<List<Object>> rows =
                drafts.stream().flatMap(draft -> rows(draft).stream()).toList();
        return odoo.createAbsent(new Load(MOVE, columns, rows)).replaceWithVoid();
    }

    /** Puts the rounding line on a draft, unless it has one. */
    public Uni<Void> round(OdooClient odoo, AccountingDocument document, long productId, BigDecimal amount) {
        List<Object> row = List.of(
                DocumentIds.rounding(document.externalId().orElseThrow()).toString(),
                document.id(),
                productId,
                ServiceProduct.ROUNDING.label(),
                1,
                amount,
                "");
        return odoo.createAbsent(new Load(
                        "account.move.line",
                        List.of("id", "move_id/.id", "product_id/.id", "name", "quantity", "price_unit", "tax_ids/.id"),
                        List.of(row)))
                .replaceWithVoid();
    }

    /** Posts drafts. Odoo refuses one that is posted already: read the state first. */
    public Uni<Void> post(OdooClient odoo, List<Long> ids) {
        return odoo.call(MOVE, "action_post", JsonBodies.object().set("ids", JsonBodies.tree(ids)))
                .replaceWithVoid();
    }

    private static List<List<Object>> rows(DocumentDraft draft) {
        List<List<Object>> rows = new ArrayList<>();
        for (DocumentDraft.Line line : draft.lines()) {
            List<Object> row =
                    new ArrayList<>(rows.isEmpty() ? header(draft) : Collections.nCopies(COLUMNS.size(), ""));
            row.addAll(cells(line));
            rows.add(row);
        }
        return rows;
    }

    private static List<Object> header(DocumentDraft draft) {
        return List.of(
                draft.id().toString(),
                draft.kind() == Kind.INVOICE ? "out_invoice" : "out_refund",
                draft.partnerId(),
                draft.date().toString(),
                draft.reference(),
                draft.origin(),
                draft.currencyId(),
                draft.reverses().<Object>map(id -> id).orElse(""));
    }

    private static List<Object> cells(DocumentDraft.Line line) {
        return Stream.<Object>of(
                        line.id().toString(),
                        line.productId().<Object>map(id -> id).orElse(""),
                        line.name(),
                        line.quantity(),
                        line.unitPrice(),
                        line.discount(),
                        line.taxIds().stream().map(String::valueOf).collect(Collectors.joining(",")),
                        line.saleLineId().map(String::valueOf).orElse(""))
                .toList();
    }
}

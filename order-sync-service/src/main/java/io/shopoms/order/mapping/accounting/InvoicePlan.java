package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.LineIds;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The next invoice of an order: what Odoo says is to be invoiced, less what Shopify says is no longer owed. A later call
 * finds what became invoiceable meanwhile, such as goods that are invoiced when delivered.
 *
 * @param draft absent if nothing is to be invoiced
 * @param remarks what was left alone, for people
 */
public record InvoicePlan(Optional<DocumentDraft> draft, List<String> remarks) {

    private static final InvoicePlan NOTHING = new InvoicePlan(Optional.empty(), List.of());

    public InvoicePlan {
        remarks = List.copyOf(remarks);
    }

    /** @param today the day on which the invoice is issued */
    public static InvoicePlan of(
            ShopDomain shop, ShopifyOrder order, OrderAccount account, RefundsBeforeInvoice refunds, LocalDate today) {
        List<AccountingDocument> ours = account.documents().stream()
                .filter(document -> document.kind() == Kind.INVOICE && document.isOurs())
                .toList();
        DocumentDraft draft = new DocumentDraft(
                DocumentIds.invoice(shop, order.id(), ours.size() + 1),
                Kind.INVOICE,
                account.partnerId(),
                today,
                order.name(),
                account.orderName(),
                account.currencyId(),
                Optional.empty(),
                List.of());
        List<DocumentDraft.Line> lines = new ArrayList<>();
        BigDecimal amount = BigDecimal.ZERO;
        for (BilledLine line : account.lines()) {
            BigDecimal units = unitsToBill(order, account, refunds, line);
            if (units.signum() > 0) {
                lines.add(billed(draft, line, units));
                amount = amount.add(units.multiply(line.unitPrice()));
            }
        }
        if (lines.isEmpty() || amount.signum() < 0) {
            return NOTHING;
        }
        Optional<AccountingDocument> cancelled = ours.stream()
                .filter(document -> document.state() == State.CANCELLED)
                .findFirst();
        return cancelled
                .map(document ->
                        new InvoicePlan(Optional.empty(), List.of("no invoice: people cancelled " + document.name())))
                .orElseGet(() -> new InvoicePlan(Optional.of(with(draft, lines)), List.of()));
    }

    private static BigDecimal unitsToBill(
            ShopifyOrder order, OrderAccount account, RefundsBeforeInvoice refunds, BilledLine line) {
        if (line.productId().isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (line.isA(BilledLine.ADJUSTMENT)) {
            // Once there is a document, refunds have credit notes of their own.
            return account.invoices().isEmpty() && account.creditNotes().isEmpty() ? line.toInvoice() : BigDecimal.ZERO;
        }
        if (line.isA(BilledLine.ITEM) && refunds == RefundsBeforeInvoice.SHRINK) {
            // Delivered units that were refunded stay on the order until they are back; nobody owes them.
            return line.toInvoice().min(owed(order, line).subtract(line.invoiced()));
        }
        return line.toInvoice();
    }

    private static BigDecimal owed(ShopifyOrder order, BilledLine line) {
        long id = LineIds.part(line.externalId().orElseThrow());
        return order.lines().stream()
                .filter(item -> item.id().value() == id)
                .map(LineItem::currentQuantity)
                .map(BigDecimal::valueOf)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static DocumentDraft.Line billed(DocumentDraft draft, BilledLine line, BigDecimal units) {
        return new DocumentDraft.Line(
                DocumentIds.line(draft.id(), String.valueOf(line.id())),
                line.productId(),
                line.name(),
                units,
                line.unitPrice(),
                line.discount(),
                line.taxIds(),
                Optional.of(line.id()));
    }

    private static DocumentDraft with(DocumentDraft draft, List<DocumentDraft.Line> lines) {
        return new DocumentDraft(
                draft.id(),
                draft.kind(),
                draft.partnerId(),
                draft.date(),
                draft.reference(),
                draft.origin(),
                draft.currencyId(),
                draft.reverses(),
                lines);
    }
}

package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.LineIds;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.policy.OrderPolicy.RefundsBeforeInvoice;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

    /** As many as Odoo needs to bring back any amount. */
    private static final int PRICE_DIGITS = 8;

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
                BigDecimal price = price(order, account, line, units);
                lines.add(billed(draft, line, units, price));
                amount = amount.add(units.multiply(price));
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

    /**
     * The order line has one price for all of its units, the even share of what they cost together. When units are added
     * after others were invoiced, that share changes: the new units then cost what makes all documents the line's amount.
     */
    private static BigDecimal price(ShopifyOrder order, OrderAccount account, BilledLine line, BigDecimal units) {
        BigDecimal before = account.billedAmount(line, order.taxesIncluded())
                .subtract(account.creditedAmount(line, order.taxesIncluded()));
        boolean uniform = before.subtract(line.invoiced().multiply(line.unitPrice()))
                        .abs()
                        .compareTo(minorUnits(order, account.documents().size()))
                <= 0;
        if (!line.isA(BilledLine.ITEM) || line.discount().signum() != 0 || uniform) {
            return line.unitPrice();
        }
        BigDecimal left = line.invoiced().add(units).multiply(line.unitPrice()).subtract(before);
        return left.signum() < 0 ? line.unitPrice() : left.divide(units, PRICE_DIGITS, RoundingMode.HALF_UP);
    }

    /** What rounding may have done to as many documents. */
    private static BigDecimal minorUnits(ShopifyOrder order, int count) {
        return BigDecimal.ONE.movePointLeft(Money.digits(order.currency())).multiply(BigDecimal.valueOf(count));
    }

    private static DocumentDraft.Line billed(DocumentDraft draft, BilledLine line, BigDecimal units, BigDecimal price) {
        return new DocumentDraft.Line(
                DocumentIds.line(draft.id(), String.valueOf(line.id())),
                line.productId(),
                line.name(),
                units,
                price,
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

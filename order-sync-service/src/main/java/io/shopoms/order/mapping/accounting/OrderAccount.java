package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopifyId;
import io.shopoms.order.mapping.LineIds;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Odoo has of one order for accounting.
 *
 * @param orderName such as {@code S00042}
 * @param partnerId whom invoices are for
 * @param total of the order, with tax
 * @param tax the tax in {@code total}
 * @param documents its invoices and credit notes, whoever made them
 */
public record OrderAccount(
        long orderId,
        String orderName,
        long partnerId,
        long currencyId,
        BigDecimal total,
        BigDecimal tax,
        List<BilledLine> lines,
        List<AccountingDocument> documents) {

    public OrderAccount {
        lines = List.copyOf(lines);
        documents = List.copyOf(documents);
    }

    /** Invoices that were not cancelled. */
    public List<AccountingDocument> invoices() {
        return active(Kind.INVOICE);
    }

    /** Credit notes that were not cancelled. */
    public List<AccountingDocument> creditNotes() {
        return active(Kind.CREDIT_NOTE);
    }

    private List<AccountingDocument> active(Kind kind) {
        return documents.stream()
                .filter(document -> document.kind() == kind && document.state() != State.CANCELLED)
                .toList();
    }

    Optional<AccountingDocument> document(ExternalId id) {
        return documents.stream().filter(document -> document.is(id)).findFirst();
    }

    /** The same account with a document in its new state. */
    public OrderAccount with(AccountingDocument changed) {
        return new OrderAccount(
                orderId,
                orderName,
                partnerId,
                currencyId,
                total,
                tax,
                lines,
                documents.stream()
                        .map(document -> document.id() == changed.id() ? changed : document)
                        .toList());
    }

    Stream<BilledLine> lines(String kind) {
        return lines.stream().filter(line -> line.isA(kind));
    }

    /** The line that stands for a part of Shopify's order. */
    Optional<BilledLine> line(String kind, ShopifyId part) {
        return lines(kind)
                .filter(line -> LineIds.part(line.externalId().orElseThrow()) == part.value())
                .findFirst();
    }

    /** Units of a line in all invoices; credit notes take nothing off. */
    BigDecimal billedUnits(BilledLine line) {
        return of(line, invoices(), AccountingDocument.Line::quantity);
    }

    /** @param withTax whether the amount is wanted with its tax */
    BigDecimal billedAmount(BilledLine line, boolean withTax) {
        return of(line, invoices(), amount(withTax));
    }

    /** What credit notes with a link to the line gave back of it. */
    BigDecimal creditedAmount(BilledLine line, boolean withTax) {
        return of(line, creditNotes(), amount(withTax));
    }

    private static Function<AccountingDocument.Line, BigDecimal> amount(boolean withTax) {
        return withTax ? AccountingDocument.Line::total : AccountingDocument.Line::subtotal;
    }

    private static BigDecimal of(
            BilledLine line, List<AccountingDocument> among, Function<AccountingDocument.Line, BigDecimal> what) {
        return among.stream()
                .flatMap(document -> document.lines().stream())
                .filter(billed -> billed.saleLineIds().contains(line.id()))
                .map(what)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

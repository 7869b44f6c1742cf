package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.fixtures.KnownReferences;
import io.shopoms.order.fixtures.OdooArithmetic;
import io.shopoms.order.fixtures.PresentOrder;
import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderMapper;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps accounts as Odoo does: what documents say of an order's lines is taken off what is to be invoiced. */
final class Ledgers {

    static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");

    private final int digits;
    private final Map<Long, BigDecimal> kept = new HashMap<>();
    private final List<AccountingDocument> documents = new ArrayList<>();

    private Ledgers(int digits) {
        this.digits = digits;
    }

    static Ledgers of(ShopifyOrder order) {
        return new Ledgers(Money.digits(order.currency()));
    }

    /** Units of a line that stay on the order whatever Shopify says, as delivered ones do. */
    Ledgers keeping(long lineId, int units) {
        kept.put(lineId, BigDecimal.valueOf(units));
        return this;
    }

    /** Odoo's answer to a draft. */
    Ledgers take(DocumentDraft draft, State state) {
        return add(draft, Optional.of(draft.id()), state);
    }

    /** The same document, made by people. */
    Ledgers takeFromPeople(DocumentDraft draft) {
        return add(draft, Optional.empty(), State.POSTED);
    }

    private Ledgers add(DocumentDraft draft, Optional<ExternalId> id, State state) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal tax = BigDecimal.ZERO;
        List<AccountingDocument.Line> lines = new ArrayList<>();
        for (DocumentDraft.Line line : draft.lines()) {
            OdooArithmetic.Sums sums =
                    new OdooArithmetic(digits).line(line.unitPrice(), line.quantity(), line.taxIds());
            total = total.add(sums.total());
            tax = tax.add(sums.tax());
            lines.add(new AccountingDocument.Line(
                    line.saleLineId().map(List::of).orElse(List.of()), line.quantity(), sums.untaxed(), sums.total()));
        }
        long number = documents.size() + 100L;
        documents.add(new AccountingDocument(
                number, id, draft.kind(), state, draft.kind() + "/" + number, total, tax, total, lines));
        return this;
    }

    void cancel(int index) {
        AccountingDocument d = documents.get(index);
        documents.set(
                index,
                new AccountingDocument(
                        d.id(),
                        d.externalId(),
                        d.kind(),
                        State.CANCELLED,
                        d.name(),
                        d.total(),
                        d.tax(),
                        d.residual(),
                        d.lines()));
    }

    AccountingDocument last() {
        return documents.get(documents.size() - 1);
    }

    /** The account of an order whose lines follow Shopify's newest record. */
    OrderAccount of(ShopifyOrder order, ShopifyOrder placed) {
        SaleOrderState first =
                PresentOrder.of(SaleOrderMapper.map(SHOP, placed, List.of(), KnownReferences.of(placed)), digits);
        SaleOrderState now =
                PresentOrder.of(SaleOrderMapper.map(SHOP, order, List.of(), KnownReferences.of(order)), digits);
        List<BilledLine> lines = new ArrayList<>();
        for (SaleLineState line : first.lines()) {
            Optional<SaleLineState> present = now.lines().stream()
                    .filter(other -> other.externalId().equals(line.externalId()))
                    .findFirst();
            lines.add(billed(lines.size() + 1, present.orElse(line), present.isPresent()));
        }
        for (SaleLineState line : now.lines()) {
            if (first.lines().stream().noneMatch(other -> other.externalId().equals(line.externalId()))) {
                lines.add(billed(lines.size() + 1, line, true));
            }
        }
        return new OrderAccount(42, "S00042", 12, 1, now.total(), now.tax(), lines, documents);
    }

    private BilledLine billed(long id, SaleLineState line, boolean present) {
        BigDecimal quantity = present ? line.quantity() : BigDecimal.ZERO;
        quantity = quantity.max(line.shopifyLine()
                .map(item -> kept.getOrDefault(item, BigDecimal.ZERO))
                .orElse(BigDecimal.ZERO));
        BigDecimal invoiced = BigDecimal.ZERO;
        for (AccountingDocument document : documents) {
            BigDecimal units = document.state() == State.CANCELLED
                    ? BigDecimal.ZERO
                    : document.lines().stream()
                            .filter(billed -> billed.saleLineIds().contains(id))
                            .map(AccountingDocument.Line::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            invoiced = document.kind() == Kind.INVOICE ? invoiced.add(units) : invoiced.subtract(units);
        }
        boolean note = line.quantity().signum() == 0 && line.total().signum() == 0;
        return new BilledLine(
                id,
                line.externalId(),
                note ? Optional.empty() : Optional.of(900L),
                line.name(),
                quantity,
                quantity,
                quantity.subtract(invoiced),
                invoiced,
                line.unitPrice(),
                BigDecimal.ZERO,
                line.taxIds(),
                line.total());
    }
}

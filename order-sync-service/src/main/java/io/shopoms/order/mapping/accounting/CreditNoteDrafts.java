package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.CreditNotePlan.Note;
import io.shopoms.order.mapping.accounting.DocumentCheck.Expected;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the credit note of a refund. Its lines carry Shopify's own amounts under the taxes of the order's lines, so that
 * Odoo comes to the sum that Shopify refunded.
 */
final class CreditNoteDrafts {

    // Half a unit in the last place, times the quantity, must stay far below half a minor unit.
    private static final int PRICE_DECIMALS = 8;

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final OrderAccount account;
    private final Optional<Long> adjustmentProductId;
    private final LocalDate today;
    private final int digits;

    CreditNoteDrafts(
            ShopDomain shop,
            ShopifyOrder order,
            OrderAccount account,
            Optional<Long> adjustmentProductId,
            LocalDate today) {
        this.shop = shop;
        this.order = order;
        this.account = account;
        this.adjustmentProductId = adjustmentProductId;
        this.today = today;
        this.digits = Money.digits(order.currency());
    }

    /** Empty if nothing was paid back of what was billed: goods that go back on the shelf for nothing have no document. */
    Optional<Note> of(BilledRefund billed, Optional<AccountingDocument> present) {
        Refund refund = billed.refund();
        DocumentDraft draft = new DocumentDraft(
                DocumentIds.creditNote(shop, order.id(), refund.id()),
                Kind.CREDIT_NOTE,
                account.partnerId(),
                today,
                order.name(),
                account.orderName(),
                account.currencyId(),
                account.invoices().size() == 1
                        ? Optional.of(account.invoices().get(0).id())
                        : Optional.empty(),
                List.of());
        Sums sums = new Sums(draft);
        billed.units().forEach(units -> units(sums, units));
        billed.shipping().forEach(shipping -> shipping(sums, shipping));
        duties(sums, billed.duties());
        adjustment(sums, billed);
        return sums.total.signum() <= 0 ? Optional.empty() : Optional.of(sums.note(refund, present));
    }

    private void units(Sums sums, BilledRefund.Units units) {
        BigDecimal quantity = BigDecimal.valueOf(units.quantity());
        BigDecimal of = BigDecimal.valueOf(units.line().quantity());
        BigDecimal subtotal = share(units.line().subtotal(), quantity, of);
        BilledLine saleLine = units.saleLine();
        sums.add(
                "line" + saleLine.id(),
                saleLine.productId(),
                saleLine.name(),
                quantity,
                subtotal.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP),
                saleLine.taxIds(),
                isLinked(units) ? Optional.of(saleLine.id()) : Optional.empty());
        sums.count(subtotal, share(units.line().tax(), quantity, of));
    }

    /**
     * A link takes units off the order's invoiced quantity. Units that stay on the order for good, delivered and not
     * coming back, keep theirs: Odoo would otherwise ask people to invoice them once more.
     */
    private static boolean isLinked(BilledRefund.Units units) {
        boolean stays = units.line().restock() != RestockType.RETURN
                && units.saleLine().delivered().signum() > 0
                && !units.saleLine().isOverInvoiced();
        boolean wasInvoiced = units.saleLine().invoiced().compareTo(BigDecimal.valueOf(units.quantity())) >= 0;
        return wasInvoiced && !stays;
    }

    private void shipping(Sums sums, BilledRefund.Shipping shipping) {
        BigDecimal subtotal = shipping.refunded().subtotal().amount();
        BigDecimal tax = share(shipping.refunded().tax(), shipping.amount(), subtotal);
        Optional<BilledLine> saleLine = shipping.saleLine();
        // Without a line there are no taxes to choose: the sum is what counts.
        BigDecimal price = saleLine.isPresent() || order.taxesIncluded()
                ? shipping.amount()
                : shipping.amount().add(tax);
        sums.add(
                "shipping" + saleLine.map(line -> String.valueOf(line.id())).orElse(""),
                saleLine.flatMap(BilledLine::productId).or(() -> adjustmentProductId),
                saleLine.map(BilledLine::name).orElse("Shipping"),
                BigDecimal.ONE,
                price,
                saleLine.map(BilledLine::taxIds).orElse(List.of()),
                saleLine.filter(BilledLine::isOverInvoiced).map(BilledLine::id));
        sums.count(shipping.amount(), tax);
    }

    private void duties(Sums sums, BigDecimal duties) {
        if (duties.signum() != 0) {
            Optional<BilledLine> saleLine = account.lines(BilledLine.DUTY).findFirst();
            sums.addAmount("duties", saleLine.flatMap(BilledLine::productId), "Import duty", duties);
        }
    }

    private void adjustment(Sums sums, BilledRefund billed) {
        if (billed.adjustment().signum() == 0) {
            return;
        }
        Optional<BilledLine> own = account.lines(BilledLine.ADJUSTMENT)
                .filter(line -> line.toInvoice().signum() > 0)
                .filter(line -> line.total().negate().compareTo(billed.adjustment()) == 0)
                .findFirst();
        if (own.isPresent()) {
            // The order's own line says it with the other sign; credited once, it counts as invoiced once.
            BilledLine line = own.get();
            sums.add(
                    "adjustment",
                    line.productId(),
                    line.name(),
                    BigDecimal.ONE.negate(),
                    line.unitPrice(),
                    line.taxIds(),
                    Optional.of(line.id()));
            sums.countUntaxed(billed.adjustment());
            sums.countTax(line.taxIds().isEmpty() ? BigDecimal.ZERO : taxOfAdjustments(billed.refund()));
        } else {
            sums.addAmount("adjustment", Optional.empty(), reasons(billed.refund()), billed.adjustment());
        }
    }

    private static BigDecimal taxOfAdjustments(Refund refund) {
        return refund.adjustments().stream()
                .map(adjustment -> adjustment.tax().amount().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String reasons(Refund refund) {
        String words = refund.adjustments().stream()
                .map(adjustment -> adjustment.reason().replace('_', ' ').strip())
                .distinct()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "Refund adjustment" : "Refund adjustment: " + words;
    }

    private BigDecimal share(Money whole, BigDecimal part, BigDecimal of) {
        return of.signum() == 0
                ? BigDecimal.ZERO
                : whole.amount().multiply(part).divide(of, digits, RoundingMode.HALF_UP);
    }

    /** Collects the lines of one credit note and what they should come to. */
    private final class Sums {

        private final DocumentDraft draft;
        private final List<DocumentDraft.Line> lines = new ArrayList<>();
        private BigDecimal total = BigDecimal.ZERO;
        private BigDecimal tax = BigDecimal.ZERO;

        Sums(DocumentDraft draft) {
            this.draft = draft;
        }

        void add(
                String key,
                Optional<Long> productId,
                String name,
                BigDecimal quantity,
                BigDecimal price,
                List<Long> taxIds,
                Optional<Long> saleLineId) {
            lines.add(new DocumentDraft.Line(
                    DocumentIds.line(draft.id(), key + "_" + lines.size()),
                    productId,
                    name,
                    quantity,
                    price,
                    BigDecimal.ZERO,
                    taxIds,
                    saleLineId));
        }

        void addAmount(String key, Optional<Long> productId, String name, BigDecimal amount) {
            add(
                    key,
                    productId.or(() -> adjustmentProductId),
                    name,
                    BigDecimal.ONE,
                    amount,
                    List.of(),
                    Optional.empty());
            countUntaxed(amount);
        }

        void count(BigDecimal subtotal, BigDecimal taxOfIt) {
            total = total.add(subtotal).add(order.taxesIncluded() ? BigDecimal.ZERO : taxOfIt);
            tax = tax.add(taxOfIt);
        }

        /** Tax that is in the total already. */
        void countTax(BigDecimal taxOfIt) {
            tax = tax.add(taxOfIt);
        }

        void countUntaxed(BigDecimal amount) {
            total = total.add(amount);
        }

        Note note(Refund refund, Optional<AccountingDocument> present) {
            return new Note(
                    refund,
                    new DocumentDraft(
                            draft.id(),
                            draft.kind(),
                            draft.partnerId(),
                            draft.date(),
                            draft.reference(),
                            draft.origin(),
                            draft.currencyId(),
                            draft.reverses(),
                            lines),
                    new Expected(total, tax),
                    present);
        }
    }
}

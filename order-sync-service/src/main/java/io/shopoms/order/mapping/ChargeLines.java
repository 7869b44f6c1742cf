package io.shopoms.order.mapping;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.mapping.ChargeDecision.Adjusted;
import io.shopoms.order.mapping.OrderLines.DutyOnLine;
import io.shopoms.order.mapping.OrderLines.Left;
import io.shopoms.order.shopify.AdditionalFee;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.TaxLine;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that is charged besides items, each on a line of its own with its own taxes. */
final class ChargeLines {

    /** Kinds of the lines' external ids. */
    static final String SHIPPING = "shipline";

    static final String DUTY = "dutyline";
    static final String FEE = "feeline";
    static final String UNTAXED_FEE = "feerestline";
    static final String TIP = "tipline";
    static final String ADJUSTMENT = "adjustline";
    static final String CASH_ROUNDING = "cashline";

    private final ShopDomain shop;
    private final ShopifyOrder order;
    private final LineReferences references;
    private final List<DraftLine> lines = new ArrayList<>();

    private ChargeLines(ShopDomain shop, ShopifyOrder order, LineReferences references) {
        this.shop = shop;
        this.order = order;
        this.references = references;
    }

    static List<DraftLine> of(ShopDomain shop, ShopifyOrder order, LineReferences references) {
        ChargeLines charges = new ChargeLines(shop, order, references);
        ChargeDecision decision = ChargeDecision.of(order);
        if (decision.duties()) {
            charges.duties();
        }
        charges.fees();
        if (decision.tip()) {
            charges.sum(
                    TIP, LineSequence.TIP, ServiceProduct.TIP, order.totals().tip());
        }
        charges.shipping();
        if (decision.adjustments() != Adjusted.NOT) {
            charges.adjustments(decision.adjustments() == Adjusted.WITH_TAX);
        }
        charges.sum(
                CASH_ROUNDING,
                LineSequence.CASH_ROUNDING,
                ServiceProduct.CASH_ROUNDING,
                order.totals().cashRounding());
        return charges.lines;
    }

    private void duties() {
        int sequence = LineSequence.FIRST_DUTY;
        for (Left<DutyOnLine> duty : OrderLines.duties(order)) {
            if (duty.amount().signum() != 0) {
                lines.add(charge(
                        LineIds.of(shop, DUTY, order, duty.what().duty().id()),
                        sequence++,
                        ServiceProduct.DUTY,
                        ServiceProduct.DUTY.label() + ": " + duty.what().line().name(),
                        duty.amount(),
                        references.taxIds(duty.what().duty().taxes(), false)));
            }
        }
    }

    private void fees() {
        int sequence = LineSequence.FIRST_FEE;
        for (Left<AdditionalFee> fee : OrderLines.fees(order)) {
            BigDecimal taxed = taxedPart(fee);
            List<Long> taxIds = references.taxIds(fee.what().taxes(), false);
            fee(FEE, fee.what(), sequence++, taxed, taxIds);
            fee(UNTAXED_FEE, fee.what(), sequence++, fee.amount().subtract(taxed), List.of());
        }
    }

    private void fee(String kind, AdditionalFee fee, int sequence, BigDecimal amount, List<Long> taxIds) {
        if (amount.signum() != 0) {
            lines.add(charge(
                    LineIds.of(shop, kind, order, fee.id()), sequence, ServiceProduct.FEE, fee.name(), amount, taxIds));
        }
    }

    /** Shopify may give several fees as one sum, of which only a part is taxed: the tax and its rate tell how much. */
    private BigDecimal taxedPart(Left<AdditionalFee> fee) {
        List<TaxLine> taxes = fee.what().taxes();
        if (taxes.size() != 1 || taxes.get(0).rate().isEmpty()) {
            return fee.amount();
        }
        BigDecimal rate = taxes.get(0).rate().orElseThrow();
        BigDecimal tax = taxes.get(0).amount().amount();
        BigDecimal whole = fee.what().amount().amount();
        int digits = Money.digits(order.currency());
        if (whole.multiply(rate).setScale(digits, RoundingMode.HALF_UP).compareTo(tax) <= 0) {
            return fee.amount();
        }
        BigDecimal share = tax.divide(rate, digits, RoundingMode.HALF_UP);
        return share.multiply(fee.amount()).divide(whole, digits, RoundingMode.HALF_UP);
    }

    /** Free shipping has a line too: it says how the goods travel. */
    private void shipping() {
        int sequence = LineSequence.FIRST_SHIPPING;
        for (Left<ShippingLine> shipping : OrderLines.shipping(order)) {
            ShippingLine line = shipping.what();
            lines.add(new DraftLine(
                    LineIds.of(shop, SHIPPING, order, line.id()),
                    sequence++,
                    Optional.of(references.service(ServiceProduct.SHIPPING)),
                    OdooText.line(line.title()),
                    BigDecimal.ONE,
                    shipping.amount(),
                    references.taxIds(line.taxes(), order.taxesIncluded()),
                    true));
        }
    }

    /**
     * What refunds gave back beyond their parts. Shopify gives its tax as a sum without a rate: where all items have the
     * same taxes it is theirs; otherwise the line carries the whole amount untaxed, and the money check names the tax.
     */
    private void adjustments(boolean withTax) {
        Money whole = ChargeDecision.adjustments(order);
        Money tax = ChargeDecision.adjustmentTax(order);
        Set<List<Long>> taxesOfItems = OrderLines.remaining(order)
                .map(line -> references.taxIds(line.taxes(), order.taxesIncluded()))
                .collect(Collectors.toSet());
        boolean taxed = withTax && !tax.isZero() && taxesOfItems.size() == 1;
        if (!whole.isZero()) {
            lines.add(charge(
                    ExternalId.of(shop, ADJUSTMENT, order.id()),
                    LineSequence.ADJUSTMENT,
                    ServiceProduct.REFUND_ADJUSTMENT,
                    ServiceProduct.REFUND_ADJUSTMENT.label(),
                    (taxed && !order.taxesIncluded() ? whole.minus(tax) : whole).amount(),
                    taxed ? taxesOfItems.iterator().next() : List.of()));
        }
    }

    private void sum(String kind, int sequence, ServiceProduct product, Money amount) {
        if (!amount.isZero()) {
            lines.add(charge(
                    ExternalId.of(shop, kind, order.id()),
                    sequence,
                    product,
                    product.label(),
                    amount.amount(),
                    List.of()));
        }
    }

    private DraftLine charge(
            ExternalId id, int sequence, ServiceProduct product, String name, BigDecimal amount, List<Long> taxIds) {
        return DraftLine.charge(id, sequence, references.service(product), OdooText.line(name), amount, taxIds);
    }
}

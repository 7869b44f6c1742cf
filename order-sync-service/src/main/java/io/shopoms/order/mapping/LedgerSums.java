package io.shopoms.order.mapping;

import io.shopoms.order.mapping.ChargeDecision.Adjusted;
import io.shopoms.order.mapping.MoneyLedger.Agreement;
import io.shopoms.order.mapping.MoneyLedger.Entry;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.OrderTotals;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Adds up both sides of a ledger. */
final class LedgerSums {

    private final ShopifyOrder order;
    private final SaleOrderState state;
    private final int digits;
    private final List<Entry> entries = new ArrayList<>();

    private LedgerSums(ShopifyOrder order, SaleOrderState state) {
        this.order = order;
        this.state = state;
        this.digits = Money.digits(order.currency());
    }

    /** Without a verdict yet: the ledger says that the sides differ. */
    static MoneyLedger of(ShopifyOrder order, SaleOrderState state) {
        return new LedgerSums(order, state).ledger();
    }

    private MoneyLedger ledger() {
        OrderTotals totals = order.totals();
        always(MoneyLedger.TOTAL, totals.total().plus(totals.cashRounding()), state.total());
        always(MoneyLedger.TAX, totals.tax(), state.tax());
        always("subtotal", totals.subtotal(), priced("line"));
        always("shipping", totals.shipping(), priced(ChargeLines.SHIPPING));
        ChargeDecision decision = ChargeDecision.of(order);
        Money none = Money.zero(order.currency());
        charged("duties", decision.duties() ? totals.duties() : none, untaxed(ChargeLines.DUTY));
        charged("fees", totals.fees(), untaxed(ChargeLines.FEE).add(untaxed(ChargeLines.UNTAXED_FEE)));
        charged("tips", decision.tip() ? totals.tip() : none, untaxed(ChargeLines.TIP));
        charged(
                "adjustments",
                decision.adjustments() == Adjusted.NOT ? none : ChargeDecision.adjustments(order),
                sum(line -> line.isOurs(ChargeLines.ADJUSTMENT), SaleLineState::total));
        charged("cash_rounding", totals.cashRounding(), untaxed(ChargeLines.CASH_ROUNDING));
        charged("lines_of_people", none, sum(line -> line.externalId().isEmpty(), SaleLineState::total));
        TaxByRate.of(order, state)
                .forEach((rates, tax) ->
                        entries.add(new Entry("tax " + rates, scaled(tax.shopify()), scaled(tax.odoo()))));
        return new MoneyLedger(order.currency(), Agreement.DIFFERENT, MoneyCheck.rounding(state), entries, noted());
    }

    private Map<String, BigDecimal> noted() {
        Map<String, BigDecimal> noted = new LinkedHashMap<>();
        noted.put("discounts", order.totals().discounts().amount());
        noted.put(
                "gift_cards_sold",
                OrderLines.remaining(order)
                        .filter(LineItem::giftCard)
                        .map(line -> scaled(RemainingNet.of(line, order.refunds())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        noted.put(
                "refunded",
                order.refunds().stream()
                        .map(refund -> refund.paidBack(order.currency()).amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        noted.put("outstanding", order.totals().outstanding().amount());
        return noted;
    }

    private void always(String name, Money shopify, BigDecimal odoo) {
        entries.add(new Entry(name, scaled(shopify.amount()), scaled(odoo)));
    }

    private void charged(String name, Money shopify, BigDecimal odoo) {
        if (!shopify.isZero() || odoo.signum() != 0) {
            always(name, shopify, odoo);
        }
    }

    private BigDecimal priced(String kind) {
        return sum(line -> line.isOurs(kind), order.taxesIncluded() ? SaleLineState::total : SaleLineState::subtotal);
    }

    private BigDecimal untaxed(String kind) {
        return sum(line -> line.isOurs(kind), SaleLineState::subtotal);
    }

    private BigDecimal sum(Predicate<SaleLineState> which, Function<SaleLineState, BigDecimal> amount) {
        return state.lines().stream().filter(which).map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Odoo's floating point, and what Shopify says below the minor unit, become the currency's decimals. */
    private BigDecimal scaled(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_UP);
    }
}

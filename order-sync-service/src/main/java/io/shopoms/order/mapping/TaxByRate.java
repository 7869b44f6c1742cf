package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.TaxLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The taxes of both sides by rate. A line with several rates counts under all of them together ({@code 7.25 % + 1 %}):
 * Odoo shows a line's taxes as one sum.
 */
final class TaxByRate {

    private static final Set<String> TAXED = Set.of("line", ChargeLines.SHIPPING, ChargeLines.DUTY, ChargeLines.FEE);

    private final ShopifyOrder order;
    private final Map<String, Taxes> byRates = new TreeMap<>();
    private final Map<String, String> ratesOfLine = new HashMap<>();

    private TaxByRate(ShopifyOrder order) {
        this.order = order;
    }

    /** One rate's tax on both sides. */
    record Taxes(BigDecimal shopify, BigDecimal odoo) {

        private Taxes plus(Taxes other) {
            return new Taxes(shopify.add(other.shopify), odoo.add(other.odoo));
        }
    }

    static Map<String, Taxes> of(ShopifyOrder order, SaleOrderState state) {
        TaxByRate taxes = new TaxByRate(order);
        taxes.shopify();
        state.lines().forEach(taxes::odoo);
        return taxes.byRates;
    }

    private void shopify() {
        OrderLines.remaining(order)
                .forEach(line -> add(
                        "line",
                        line.id().value(),
                        line.taxes(),
                        order.taxesIncluded(),
                        RemainingNet.tax(line, order.refunds())));
        OrderLines.shipping(order).forEach(shipping -> {
            ShippingLine line = shipping.what();
            add(
                    ChargeLines.SHIPPING,
                    line.id().value(),
                    line.taxes(),
                    order.taxesIncluded(),
                    share(line.taxes(), shipping.amount(), line.net()));
        });
        OrderLines.duties(order)
                .forEach(duty -> add(
                        ChargeLines.DUTY,
                        duty.what().duty().id().value(),
                        duty.what().duty().taxes(),
                        false,
                        share(
                                duty.what().duty().taxes(),
                                duty.amount(),
                                duty.what().duty().amount())));
        OrderLines.fees(order)
                .forEach(fee -> add(
                        ChargeLines.FEE,
                        fee.what().id().value(),
                        fee.what().taxes(),
                        false,
                        share(fee.what().taxes(), fee.amount(), fee.what().amount())));
    }

    private void add(String kind, long id, List<TaxLine> taxes, boolean included, BigDecimal amount) {
        if (!taxes.isEmpty()) {
            String rates = TaxSelection.keys(taxes, included).stream()
                    .map(key -> key.percent().toPlainString() + " %")
                    .collect(Collectors.joining(" + "));
            ratesOfLine.put(kind + id, rates);
            byRates.merge(rates, new Taxes(amount, BigDecimal.ZERO), Taxes::plus);
        }
    }

    /** Taxes of lines that Shopify does not tax, or does not have, count under no rate. */
    private void odoo(SaleLineState line) {
        BigDecimal tax = line.total().subtract(line.subtotal());
        String rates = line.externalId()
                .filter(id -> TAXED.contains(id.kind()))
                .map(id -> ratesOfLine.get(id.kind() + LineIds.part(id)))
                .orElse("without a rate in Shopify");
        if (tax.signum() != 0 || byRates.containsKey(rates)) {
            byRates.merge(rates, new Taxes(BigDecimal.ZERO, tax), Taxes::plus);
        }
    }

    private static BigDecimal share(List<TaxLine> taxes, BigDecimal left, Money whole) {
        BigDecimal all = taxes.stream().map(tax -> tax.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return whole.isZero() ? all : all.multiply(left).divide(whole.amount(), MathContext.DECIMAL128);
    }
}

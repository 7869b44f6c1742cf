package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.order.money.PriceInput;
import io.shopoms.sandbox.shopify.order.money.Pricing;
import io.shopoms.sandbox.shopify.order.money.Remainder;
import io.shopoms.sandbox.shopify.order.money.TakenBack;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An order's amounts in one of its two currencies. */
record PricedSide(Currency currency, OrderAmounts ordered, OrderAmounts current) {

    /** @param rate units of {@code currency} for one of the shop's */
    static PricedSide of(Order order, Currency currency, BigDecimal rate, Function<MoneyBag, Money> side) {
        PriceInput input = input(order, currency, rate);
        OrderAmounts ordered = Pricing.price(input);
        return new PricedSide(currency, ordered, Remainder.of(ordered, input, takenBack(order, ordered, side)));
    }

    private static PriceInput input(Order order, Currency currency, BigDecimal rate) {
        OrderDraft draft = order.draft();
        OrderCharges charges = order.charges();
        return new PriceInput(
                order.lines().stream().map(line -> line(order, line, rate)).toList(),
                charges.shipping().stream()
                        .map(line -> new PriceInput.Charge(
                                line.draft().code(),
                                line.draft().price().multiply(rate),
                                draft.taxesOf(line.draft()),
                                !line.addedByEdit()))
                        .toList(),
                charges.duties().stream()
                        .map(duty -> new PriceInput.Charge(
                                null,
                                duty.draft().price().multiply(rate),
                                duty.draft().taxes(),
                                false))
                        .toList(),
                charges.fees().stream()
                        .map(fee -> new PriceInput.Charge(
                                null,
                                fee.draft().price().multiply(rate),
                                fee.draft().taxes(),
                                false))
                        .toList(),
                draft.plainTip().multiply(rate),
                draft.discountRules().stream()
                        .map((DiscountRule rule) -> rule.inCurrency(rate))
                        .toList(),
                draft.taxesIncluded(),
                draft.dutiesIncluded(),
                currency);
    }

    private static PriceInput.Line line(Order order, LineItem line, BigDecimal rate) {
        return new PriceInput.Line(
                line.draft().sku(),
                line.draft().price().multiply(rate),
                line.quantity(),
                order.draft().taxesOf(line.draft()),
                !line.addedByEdit() && !line.isTip(),
                line.isTip());
    }

    private static TakenBack takenBack(Order order, OrderAmounts ordered, Function<MoneyBag, Money> side) {
        OrderCharges charges = order.charges();
        List<ShippingLine> shipping = charges.shipping();
        return new TakenBack(
                order.lines().stream().map(LineItem::currentQuantity).toList(),
                IntStream.range(0, shipping.size())
                        .mapToObj(i -> shipping.get(i).removed()
                                ? ordered.shipping().get(i).net()
                                : back(
                                        charges,
                                        shipping.get(i).id(),
                                        ordered.shipping().get(i),
                                        side))
                        .toList(),
                IntStream.range(0, charges.duties().size())
                        .mapToObj(i -> back(
                                charges,
                                charges.duties().get(i).id(),
                                ordered.duties().get(i),
                                side))
                        .toList(),
                IntStream.range(0, charges.fees().size())
                        .mapToObj(i -> back(
                                charges,
                                charges.fees().get(i).id(),
                                ordered.fees().get(i),
                                side))
                        .toList(),
                charges.tipTakenBack() ? ordered.plainTip() : BigDecimal.ZERO,
                order.refunds().stream()
                        .flatMap(refund -> refund.adjustments().stream())
                        .map(adjustment -> side.apply(adjustment.amount()).amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal back(OrderCharges charges, long id, LineAmounts charge, Function<MoneyBag, Money> side) {
        return charges.takenBack(id)
                .map(bag -> side.apply(bag).amount().min(charge.net()))
                .orElse(BigDecimal.ZERO);
    }
}

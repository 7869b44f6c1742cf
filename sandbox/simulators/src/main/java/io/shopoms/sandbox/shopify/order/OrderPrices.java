package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/**
 * An order's amounts in both currencies: as ordered, and as they are now that units were removed. Each currency is priced
 * by itself, so the sums agree in both.
 */
public final class OrderPrices {

    private final Side shop;
    private final Side presentment;

    private record Side(Currency currency, OrderAmounts ordered, OrderAmounts current) {}

    private OrderPrices(Side shop, Side presentment) {
        this.shop = shop;
        this.presentment = presentment;
    }

    static OrderPrices of(OrderDraft draft, List<LineItem> lines, Currency currency, boolean cancelled) {
        Currency presentment =
                draft.presentmentCurrency() == null ? currency : Currency.getInstance(draft.presentmentCurrency());
        Side shop = side(draft, lines, currency, BigDecimal.ONE, cancelled);
        return new OrderPrices(
                shop,
                presentment.equals(currency) ? shop : side(draft, lines, presentment, draft.exchangeRate(), cancelled));
    }

    private static Side side(
            OrderDraft draft, List<LineItem> lines, Currency currency, BigDecimal rate, boolean cancelled) {
        PriceInput input = new PriceInput(
                lines.stream()
                        .map(line -> new PriceInput.Line(
                                line.draft().sku(),
                                line.draft().price().multiply(rate),
                                line.quantity(),
                                line.draft().taxable(),
                                !line.addedByEdit()))
                        .toList(),
                draft.shippingLines().stream()
                        .map(line -> line.price().multiply(rate))
                        .toList(),
                draft.shippingTaxable(),
                draft.tip().multiply(rate),
                draft.discountRules().stream()
                        .map(rule -> rule.inCurrency(rate))
                        .toList(),
                draft.taxes(),
                draft.taxesIncluded(),
                currency);
        OrderAmounts ordered = Pricing.price(input);
        List<Integer> left = lines.stream().map(LineItem::currentQuantity).toList();
        return new Side(currency, ordered, Pricing.remaining(ordered, input, left, !cancelled));
    }

    /** As ordered, removed units included, in the shop's currency. */
    public OrderAmounts ordered() {
        return shop.ordered();
    }

    /** Without removed units, in the shop's currency. */
    public OrderAmounts current() {
        return shop.current();
    }

    public MoneyBag ordered(Function<OrderAmounts, BigDecimal> amount) {
        return bag(amount.apply(shop.ordered()), amount.apply(presentment.ordered()));
    }

    public MoneyBag current(Function<OrderAmounts, BigDecimal> amount) {
        return bag(amount.apply(shop.current()), amount.apply(presentment.current()));
    }

    /** An amount of the line at {@code index}, as ordered. */
    public MoneyBag line(int index, Function<LineAmounts, BigDecimal> amount) {
        return ordered(amounts -> amount.apply(amounts.lines().get(index)));
    }

    /** An amount of the shipping line at {@code index}, as ordered. */
    public MoneyBag shipping(int index, Function<LineAmounts, BigDecimal> amount) {
        return ordered(amounts -> amount.apply(amounts.shipping().get(index)));
    }

    /** The same amount of nothing in both currencies. */
    public MoneyBag zero() {
        return bag(BigDecimal.ZERO, BigDecimal.ZERO);
    }

    public Currency currency() {
        return shop.currency();
    }

    public Currency presentmentCurrency() {
        return presentment.currency();
    }

    private MoneyBag bag(BigDecimal inShop, BigDecimal inPresentment) {
        return new MoneyBag(new Money(inShop, shop.currency()), new Money(inPresentment, presentment.currency()));
    }

    /** The sum of bags of this order. */
    MoneyBag sum(List<MoneyBag> bags) {
        return bag(
                bags.stream().map(bag -> bag.shopMoney().amount()).reduce(BigDecimal.ZERO, BigDecimal::add),
                bags.stream().map(bag -> bag.presentmentMoney().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    MoneyBag difference(MoneyBag from, MoneyBag less) {
        return bag(
                from.shopMoney().amount().subtract(less.shopMoney().amount()),
                from.presentmentMoney()
                        .amount()
                        .subtract(less.presentmentMoney().amount()));
    }
}

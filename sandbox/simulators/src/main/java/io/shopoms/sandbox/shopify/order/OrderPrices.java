package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;

/**
 * An order's amounts in both currencies: as ordered, and as they are now that units were removed. Each currency is priced
 * by itself, so the sums agree in both.
 */
public final class OrderPrices {

    private final PricedSide shop;
    private final PricedSide presentment;

    private OrderPrices(PricedSide shop, PricedSide presentment) {
        this.shop = shop;
        this.presentment = presentment;
    }

    static OrderPrices of(Order order) {
        Currency currency = order.currency();
        String other = order.draft().presentmentCurrency();
        Currency presentment = other == null ? currency : Currency.getInstance(other);
        PricedSide shop = PricedSide.of(order, currency, BigDecimal.ONE, MoneyBag::shopMoney);
        return new OrderPrices(
                shop,
                presentment.equals(currency)
                        ? shop
                        : PricedSide.of(order, presentment, order.draft().exchangeRate(), MoneyBag::presentmentMoney));
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

    /** An amount of the shop's currency in both; {@code rate} presentment units for one of the shop's. */
    MoneyBag of(BigDecimal inShop, BigDecimal rate) {
        return bag(inShop, currency().equals(presentmentCurrency()) ? inShop : inShop.multiply(rate));
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
}

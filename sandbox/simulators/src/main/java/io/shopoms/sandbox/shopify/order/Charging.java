package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.Money;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/** Takes the payments of an order that is placed. */
final class Charging {

    private final Shop shop;

    Charging(Shop shop) {
        this.shop = shop;
    }

    void charge(Order order, Instant at) {
        MoneyBag left = order.prices().ordered(OrderAmounts::total);
        MoneyBag named = order.zero()
                .plusAll(order.draft().payments().stream()
                        .filter(each -> each.amount() != null)
                        .map(each -> amount(order, each.amount()))
                        .toList());
        if (left.minus(named).shopMoney().amount().signum() < 0) {
            throw new IllegalArgumentException(
                    "payments of " + named.shopMoney().text() + " are more than the order's "
                            + left.shopMoney().text());
        }
        for (DraftPayment payment : order.draft().payments()) {
            MoneyBag amount = payment.amount() == null ? left.minus(named) : amount(order, payment.amount());
            if (amount.isPositive()) {
                order.add(new Transaction(
                        shop.nextId(),
                        order,
                        payment.transactionKind(),
                        payment.transactionStatus(),
                        payment.gateway(),
                        amount,
                        change(order, payment.gateway(), amount),
                        null,
                        at));
            }
        }
    }

    static MoneyBag amount(Order order, BigDecimal inShop) {
        return order.prices()
                .of(Money.round(inShop, order.currency()), order.draft().exchangeRate());
    }

    /** To the nearest coin, as the till rounds what changes hands; null where no cash does. */
    static MoneyBag change(Order order, String gateway, MoneyBag amount) {
        if (!order.draft().isCash(gateway)) {
            return null;
        }
        return new MoneyBag(change(order, amount.shopMoney()), change(order, amount.presentmentMoney()));
    }

    private static Money change(Order order, Money amount) {
        BigDecimal coin = order.draft().cashRounding();
        BigDecimal rounded =
                amount.amount().divide(coin, 0, RoundingMode.HALF_UP).multiply(coin);
        return new Money(rounded.subtract(amount.amount()), amount.currency());
    }

    /** {@code units} of {@code whole} units' amount, rounded half up. */
    static MoneyBag part(MoneyBag amount, int units, int whole) {
        return new MoneyBag(part(amount.shopMoney(), units, whole), part(amount.presentmentMoney(), units, whole));
    }

    private static Money part(Money amount, int units, int whole) {
        BigDecimal part = amount.amount()
                .multiply(BigDecimal.valueOf(units))
                .divide(BigDecimal.valueOf(whole), amount.amount().scale(), RoundingMode.HALF_UP);
        return new Money(part, amount.currency());
    }
}

package io.shopoms.sandbox.shopify.order.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * One amount twice.
 *
 * @param shopMoney in the shop's currency
 * @param presentmentMoney in the currency that the buyer saw
 */
public record MoneyBag(Money shopMoney, Money presentmentMoney) {

    public MoneyBag plus(MoneyBag other) {
        return combine(other, BigDecimal::add);
    }

    public MoneyBag minus(MoneyBag other) {
        return combine(other, BigDecimal::subtract);
    }

    public MoneyBag min(MoneyBag other) {
        return combine(other, BigDecimal::min);
    }

    public MoneyBag max(MoneyBag other) {
        return combine(other, BigDecimal::max);
    }

    /** The sum of this and all others. */
    public MoneyBag plusAll(List<MoneyBag> others) {
        MoneyBag sum = this;
        for (MoneyBag other : others) {
            sum = sum.plus(other);
        }
        return sum;
    }

    public boolean isZero() {
        return shopMoney.amount().signum() == 0 && presentmentMoney.amount().signum() == 0;
    }

    /** Whether it is more than nothing, in the shop's currency. */
    public boolean isPositive() {
        return shopMoney.amount().signum() > 0;
    }

    private MoneyBag combine(MoneyBag other, BinaryOperator<BigDecimal> operator) {
        return new MoneyBag(
                new Money(operator.apply(shopMoney.amount(), other.shopMoney.amount()), shopMoney.currency()),
                new Money(
                        operator.apply(presentmentMoney.amount(), other.presentmentMoney.amount()),
                        presentmentMoney.currency()));
    }
}

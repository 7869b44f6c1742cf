package io.shopoms.order.shopify;

import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Reads an order's amounts in one of its two currencies. Shopify tells most amounts in both; an amount that is told in the
 * shop's currency alone is never taken for one in the customer's.
 */
final class Amounts {

    private final PayloadReader order;
    private final Spelling spelling;
    private final AmountsIn amountsIn;
    private final String shopCurrency;
    private final String presentmentCurrency;

    private Amounts(PayloadReader order, Spelling spelling, AmountsIn amountsIn) {
        this.order = order;
        this.spelling = spelling;
        this.amountsIn = amountsIn;
        this.shopCurrency = Canonical.currency(order, spelling.shopCurrency());
        this.presentmentCurrency = order.has(spelling.presentmentCurrency())
                ? Canonical.currency(order, spelling.presentmentCurrency())
                : shopCurrency;
    }

    static Amounts ofWebhook(PayloadReader order, AmountsIn amountsIn) {
        return new Amounts(order, Spelling.WEBHOOK, amountsIn);
    }

    static Amounts ofGraphql(PayloadReader order, AmountsIn amountsIn) {
        return new Amounts(order, Spelling.GRAPHQL, amountsIn);
    }

    /** The currency that amounts are read in. */
    String currency() {
        return inShopCurrency() ? shopCurrency : presentmentCurrency;
    }

    String shopCurrency() {
        return shopCurrency;
    }

    String presentmentCurrency() {
        return presentmentCurrency;
    }

    Money zero() {
        return Money.zero(currency());
    }

    /** An amount that is told in both currencies. */
    Optional<Money> bag(PayloadReader from, String field) {
        return sides(from.at(field));
    }

    private Optional<Money> sides(PayloadReader bag) {
        Optional<Money> chosen = side(bag, inShopCurrency() ? spelling.shopMoney() : spelling.presentmentMoney());
        if (chosen.isPresent() || !bag.has(spelling.shopMoney())) {
            return chosen;
        }
        if (!isOneCurrency()) {
            throw bag.invalid(spelling.presentmentMoney(), "an amount in the customer's currency " + currency());
        }
        return side(bag, spelling.shopMoney());
    }

    Money requiredBag(PayloadReader from, String field) {
        return bag(from, field).orElseThrow(() -> from.invalid(field, "an amount"));
    }

    /** An amount whose two sides stand right in the object. */
    Money requiredBagAt(PayloadReader bag) {
        return sides(bag).orElseThrow(() -> bag.invalid(spelling.shopMoney(), "an amount"));
    }

    /** A webhook's amount: newer payloads carry both currencies in {@code <field>_set}, the field itself the shop's. */
    Optional<Money> told(PayloadReader from, String field) {
        return bag(from, field + "_set").or(() -> ofShop(from, field));
    }

    Money requiredTold(PayloadReader from, String field) {
        return told(from, field).orElseThrow(() -> from.invalid(field, "an amount"));
    }

    /**
     * An amount that Shopify tells in one currency only, brought into the chosen one at the rate between the order's own
     * totals.
     *
     * @param told the currency of the amount; absent for the shop's
     */
    Optional<Money> converted(PayloadReader from, String field, Optional<String> told) {
        return from.decimal(field).map(amount -> {
            String currency = told.orElse(shopCurrency);
            if (currency.equals(currency()) || amount.signum() == 0) {
                return new Money(amount, currency());
            }
            if (!currency.equals(shopCurrency) && !currency.equals(presentmentCurrency)) {
                throw from.invalid(field, "in one of the order's currencies");
            }
            return atOwnRate(from, field, amount);
        });
    }

    private Money atOwnRate(PayloadReader from, String field, BigDecimal amount) {
        PayloadReader total = order.at(spelling.total());
        Optional<BigDecimal> shop = total.at(spelling.shopMoney()).decimal("amount");
        Optional<BigDecimal> presentment = total.at(spelling.presentmentMoney()).decimal("amount");
        BigDecimal to = (inShopCurrency() ? shop : presentment).orElse(BigDecimal.ZERO);
        BigDecimal by = (inShopCurrency() ? presentment : shop).orElse(BigDecimal.ZERO);
        if (to.signum() == 0 || by.signum() == 0) {
            throw from.invalid(field, "given in " + currency() + ", and the order's totals tell no rate");
        }
        int digits = Money.digits(currency());
        return new Money(amount.multiply(to).divide(by, digits, RoundingMode.HALF_UP), currency());
    }

    private Optional<Money> ofShop(PayloadReader from, String field) {
        Optional<BigDecimal> amount = from.decimal(field);
        if (amount.isPresent() && !inShopCurrency() && !isOneCurrency()) {
            throw from.invalid(
                    field,
                    "given in the customer's currency " + presentmentCurrency
                            + ", in which this store's orders are read");
        }
        return amount.map(value -> new Money(value, currency()));
    }

    private Optional<Money> side(PayloadReader bag, String side) {
        PayloadReader money = bag.at(side);
        Optional<BigDecimal> amount = money.decimal("amount");
        if (amount.isPresent()) {
            Canonical.requireCurrency(money, spelling.currencyCode(), currency());
        }
        return amount.map(value -> new Money(value, currency()));
    }

    private boolean inShopCurrency() {
        return amountsIn == AmountsIn.SHOP;
    }

    private boolean isOneCurrency() {
        return shopCurrency.equals(presentmentCurrency);
    }

    private record Spelling(
            String shopCurrency,
            String presentmentCurrency,
            String total,
            String shopMoney,
            String presentmentMoney,
            String currencyCode) {

        static final Spelling WEBHOOK = new Spelling(
                "currency",
                "presentment_currency",
                "total_price_set",
                "shop_money",
                "presentment_money",
                "currency_code");
        static final Spelling GRAPHQL = new Spelling(
                "currencyCode",
                "presentmentCurrencyCode",
                "totalPriceSet",
                "shopMoney",
                "presentmentMoney",
                "currencyCode");
    }
}

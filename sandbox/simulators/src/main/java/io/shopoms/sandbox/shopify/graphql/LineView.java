package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.ShippingLine;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.order.money.TaxAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Parts of an order with the order they belong to: their amounts follow from the whole of it. */
final class LineView {

    private LineView() {}

    record Item(Order order, LineItem line, int index) {

        static Item of(Order order, LineItem line) {
            return new Item(order, line, order.indexOf(line));
        }

        static List<Item> all(Order order) {
            return order.lines().stream().map(line -> of(order, line)).toList();
        }

        LineAmounts in(OrderAmounts amounts) {
            return amounts.lines().get(index);
        }

        MoneyBag bag(Function<LineAmounts, BigDecimal> amount) {
            return order.prices().ordered(amounts -> amount.apply(in(amounts)));
        }
    }

    record Shipping(Order order, int index) {

        static Shipping of(Order order, ShippingLine line) {
            return new Shipping(order, order.charges().shipping().indexOf(line));
        }

        static List<Shipping> all(Order order, boolean removedToo) {
            return IntStream.range(0, order.charges().shipping().size())
                    .mapToObj(index -> new Shipping(order, index))
                    .filter(each -> removedToo || !each.line().removed())
                    .toList();
        }

        ShippingLine line() {
            return order.charges().shipping().get(index);
        }

        LineAmounts in(OrderAmounts amounts) {
            return amounts.shipping().get(index);
        }

        MoneyBag bag(Function<LineAmounts, BigDecimal> amount) {
            return order.prices().ordered(amounts -> amount.apply(in(amounts)));
        }
    }

    record Tax(String title, BigDecimal rate, MoneyBag amount) {

        static List<Tax> all(Order order, Function<OrderAmounts, List<TaxAmount>> taxes) {
            List<TaxAmount> inShop = taxes.apply(order.prices().ordered());
            return IntStream.range(0, inShop.size())
                    .mapToObj(i -> new Tax(
                            inShop.get(i).tax().title(),
                            inShop.get(i).tax().rate(),
                            order.prices()
                                    .ordered(amounts ->
                                            taxes.apply(amounts).get(i).amount())))
                    .toList();
        }

        static List<Tax> allCurrent(Order order) {
            List<TaxAmount> inShop = order.prices().current().taxes();
            return IntStream.range(0, inShop.size())
                    .mapToObj(i -> new Tax(
                            inShop.get(i).tax().title(),
                            inShop.get(i).tax().rate(),
                            order.prices()
                                    .current(amounts -> amounts.taxes().get(i).amount())))
                    .toList();
        }
    }

    record Discount(Order order, int index) {

        static List<Discount> all(Order order) {
            return IntStream.range(0, order.draft().discountRules().size())
                    .mapToObj(index -> new Discount(order, index))
                    .toList();
        }

        DiscountRule rule() {
            return order.draft().discountRules().get(index);
        }
    }

    record Allocation(Discount discount, MoneyBag amount) {

        static List<Allocation> all(Order order, Function<OrderAmounts, LineAmounts> line) {
            return line.apply(order.prices().ordered()).discounts().stream()
                    .map(share -> new Allocation(
                            new Discount(order, share.index()),
                            order.prices().ordered(amounts -> part(line.apply(amounts), share.index()))))
                    .toList();
        }

        private static BigDecimal part(LineAmounts line, int discount) {
            return line.discounts().stream()
                    .filter(share -> share.index() == discount)
                    .map(share -> share.amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}

package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.Duty;
import io.shopoms.sandbox.shopify.order.Fee;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.util.List;
import java.util.function.Function;

/** Duties and fees with the order they belong to. */
final class ChargeView {

    private ChargeView() {}

    record OfDuty(Order order, Duty duty) {

        static List<OfDuty> all(Order order, LineItem line) {
            return order.charges().dutiesOf(line).stream()
                    .map(duty -> new OfDuty(order, duty))
                    .toList();
        }

        MoneyBag price() {
            return ChargeView.price(order, this::in);
        }

        List<LineView.Tax> taxes() {
            return LineView.Tax.all(order, amounts -> in(amounts).taxes());
        }

        private LineAmounts in(OrderAmounts amounts) {
            return amounts.duties().get(order.charges().indexOf(duty));
        }
    }

    record OfFee(Order order, Fee fee) {

        static List<OfFee> all(Order order) {
            return order.charges().fees().stream()
                    .map(fee -> new OfFee(order, fee))
                    .toList();
        }

        MoneyBag price() {
            return ChargeView.price(order, this::in);
        }

        List<LineView.Tax> taxes() {
            return LineView.Tax.all(order, amounts -> in(amounts).taxes());
        }

        private LineAmounts in(OrderAmounts amounts) {
            return amounts.fees().get(order.charges().fees().indexOf(fee));
        }
    }

    private static MoneyBag price(Order order, Function<OrderAmounts, LineAmounts> charge) {
        return order.prices().ordered(amounts -> charge.apply(amounts).net());
    }
}

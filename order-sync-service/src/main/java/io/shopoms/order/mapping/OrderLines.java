package io.shopoms.order.mapping;

import io.shopoms.order.shopify.AdditionalFee;
import io.shopoms.order.shopify.Duty;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShippingLine;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Views of what is left of an order. */
final class OrderLines {

    private OrderLines() {}

    /** Something that is charged, and what is left of its amount. */
    record Left<T>(T what, BigDecimal amount) {}

    /** Lines of which units are left; the others were removed or refunded and need no place in Odoo. */
    static Stream<LineItem> remaining(ShopifyOrder order) {
        return order.lines().stream().filter(line -> line.currentQuantity() > 0);
    }

    /**
     * What is left of each shipping line, by the sums: the lines as they are if they sum up to Shopify's current shipping;
     * else less what refunds name; else shrunk in proportion.
     */
    static List<Left<ShippingLine>> shipping(ShopifyOrder order) {
        List<ShippingLine> lines = order.shippingLines();
        List<BigDecimal> net = lines.stream().map(line -> line.net().amount()).toList();
        BigDecimal current = order.totals().shipping().amount();
        if (sum(net).compareTo(current) <= 0) {
            return left(lines, net);
        }
        List<BigDecimal> afterRefunds = lines.stream()
                .map(line -> line.net().amount().subtract(refunded(order, line)).max(BigDecimal.ZERO))
                .toList();
        List<BigDecimal> base = sum(afterRefunds).compareTo(current) >= 0 ? afterRefunds : net;
        return left(lines, Shares.shrink(base, current, Money.digits(order.currency())));
    }

    /** Duties on lines; what refunds took off is known as a sum only. */
    static List<Left<DutyOnLine>> duties(ShopifyOrder order) {
        List<DutyOnLine> duties = order.lines().stream()
                .flatMap(line -> line.duties().stream().map(duty -> new DutyOnLine(line, duty)))
                .toList();
        List<DutyOnLine> ofRemaining = duties.stream()
                .filter(duty -> duty.line().currentQuantity() > 0)
                .toList();
        BigDecimal current = order.totals().duties().amount();
        boolean remainingHoldIt = sum(amounts(ofRemaining)).compareTo(current) >= 0;
        List<DutyOnLine> charged = remainingHoldIt ? ofRemaining : duties;
        return left(charged, Shares.shrink(amounts(charged), current, Money.digits(order.currency())));
    }

    /** A duty and the line that it is on. */
    record DutyOnLine(LineItem line, Duty duty) {}

    static List<Left<AdditionalFee>> fees(ShopifyOrder order) {
        List<BigDecimal> amounts =
                order.fees().stream().map(fee -> fee.amount().amount()).toList();
        return left(
                order.fees(), Shares.shrink(amounts, order.totals().fees().amount(), Money.digits(order.currency())));
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> amounts(List<DutyOnLine> duties) {
        return duties.stream().map(duty -> duty.duty().amount().amount()).toList();
    }

    private static BigDecimal refunded(ShopifyOrder order, ShippingLine line) {
        boolean only = order.shippingLines().size() == 1;
        return order.refunds().stream()
                .flatMap(refund -> refund.shipping().stream())
                .filter(shipping ->
                        shipping.shippingLineId().map(line.id()::equals).orElse(only))
                .map(Refund.Shipping::subtotal)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static <T> List<Left<T>> left(List<T> what, List<BigDecimal> amounts) {
        List<Left<T>> left = new ArrayList<>();
        for (int i = 0; i < what.size(); i++) {
            left.add(new Left<>(what.get(i), amounts.get(i)));
        }
        return left;
    }
}

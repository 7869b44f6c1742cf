package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Attribute;
import io.shopoms.order.shopify.DiscountAllocation;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people should read on an order besides its lines. */
final class OrderNotes {

    private OrderNotes() {}

    /** The customer's note, the purchase order number, and the pairs that apps attached. */
    static String html(ShopifyOrder order) {
        List<String> parts = new ArrayList<>();
        order.note().ifPresent(parts::add);
        order.poNumber().ifPresent(number -> parts.add("PO number: " + number));
        visible(order.attributes()).forEach(parts::add);
        return OdooText.html(String.join("\n", parts));
    }

    /** One line for each discount, with what it took off in all; empty without any. */
    static String discounts(ShopifyOrder order) {
        Map<String, Money> byLabel = new LinkedHashMap<>();
        Stream.concat(
                        order.lines().stream().flatMap(line -> line.discounts().stream()),
                        order.shippingLines().stream().flatMap(line -> line.discounts().stream()))
                .forEach(discount -> add(byLabel, discount));
        Stream<String> named = byLabel.entrySet().stream()
                .map(discount -> "Discount " + discount.getKey() + ": -" + discount.getValue());
        return OdooText.lines(Stream.concat(named, beyondPrices(order)).collect(Collectors.joining("\n")));
    }

    /** No price goes below zero: what a discount has more than its line costs is not granted, and said so. */
    private static Stream<String> beyondPrices(ShopifyOrder order) {
        return order.lines().stream()
                .filter(line -> RemainingNet.overAllocated(line).signum() > 0)
                .map(line -> "Beyond the price of " + OdooText.line(line.name()) + ", not granted: "
                        + new Money(RemainingNet.overAllocated(line), order.currency()));
    }

    /** {@code name: value} of every pair that Shopify shows to people. */
    static Stream<String> visible(List<Attribute> attributes) {
        return attributes.stream()
                .filter(attribute -> !attribute.isHidden() && !attribute.value().isEmpty())
                .map(attribute -> attribute.name() + ": " + attribute.value());
    }

    private static void add(Map<String, Money> byLabel, DiscountAllocation discount) {
        byLabel.merge(discount.label(), discount.amount(), Money::plus);
    }
}

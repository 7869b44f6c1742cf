package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Discounts: what was given, and how much of it. */
final class DiscountPayload {

    private DiscountPayload() {}

    /** {@code discount_applications}; allocations point to them by index. */
    static ArrayNode applications(List<DiscountRule> rules) {
        return Payloads.array(rules, (array, rule) -> array.add(application(rule)));
    }

    private static ObjectNode application(DiscountRule rule) {
        ObjectNode node = Payloads.object();
        node.put("target_type", rule.shipping() ? "shipping_line" : "line_item");
        node.put("type", rule.kind() == DiscountRule.Kind.CODE ? "discount_code" : lower(rule.kind()));
        node.put("value", (rule.amount() == null ? rule.percentage() : rule.amount()).toPlainString());
        node.put("value_type", rule.amount() == null ? "percentage" : "fixed_amount");
        node.put("allocation_method", rule.each() ? "each" : "across");
        node.put("target_selection", rule.skus().isEmpty() ? "all" : "entitled");
        switch (rule.kind()) {
            case CODE -> node.put("code", rule.label());
            case MANUAL -> node.put("title", rule.label()).put("description", rule.label());
            case AUTOMATIC, SCRIPT -> node.put("title", rule.label());
        }
        return node;
    }

    /** {@code discount_codes}: codes alone, each with all that it took off. */
    static ArrayNode codes(Order order, List<DiscountRule> rules) {
        ArrayNode codes = Payloads.object().arrayNode();
        for (int index = 0; index < rules.size(); index++) {
            DiscountRule rule = rules.get(index);
            if (rule.kind() == DiscountRule.Kind.CODE) {
                ObjectNode code = codes.addObject();
                code.put("code", rule.label());
                code.put("amount", new Money(taken(order, index), order.prices().currency()).text());
                code.put("type", type(rule));
            }
        }
        return codes;
    }

    private static BigDecimal taken(Order order, int index) {
        Stream<LineAmounts> all =
                Stream.concat(order.prices().ordered().lines().stream(), order.prices().ordered().shipping().stream());
        return all.flatMap(line -> line.discounts().stream())
                .filter(share -> share.index() == index)
                .map(share -> share.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String type(DiscountRule rule) {
        if (rule.shipping()) {
            return "shipping";
        }
        return rule.amount() == null ? "percentage" : "fixed_amount";
    }

    private static String lower(DiscountRule.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

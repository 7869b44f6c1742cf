package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.Duty;
import io.shopoms.sandbox.shopify.order.LineGroup;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderPrices;
import io.shopoms.sandbox.shopify.order.ShippingLine;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.LineAmounts;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.order.money.TaxAmount;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** Line items and shipping lines. */
final class LinePayload {

    private LinePayload() {}

    static ObjectNode item(Order order, LineItem line) {
        OrderPrices prices = order.prices();
        int index = order.indexOf(line);
        ObjectNode node = Payloads.identified(line.id(), "LineItem");
        node.putArray("attributed_staffs");
        node.put("current_quantity", line.currentQuantity());
        node.put("fulfillable_quantity", line.fulfillableQuantity());
        node.put("fulfillment_service", "manual");
        node.put("fulfillment_status", status(line));
        node.put("gift_card", line.draft().giftCard());
        node.put("grams", line.draft().grams());
        node.put("name", line.name());
        Payloads.amount(node, "pre_tax_price", prices.line(index, amounts -> preTax(order, amounts)));
        Payloads.amount(node, "price", prices.line(index, LineAmounts::unitPrice));
        node.put("product_exists", line.variant().isPresent());
        node.put(
                "product_id", line.variant().map(variant -> variant.productId()).orElse(null));
        node.set("properties", LinePayload.properties(line));
        node.put("quantity", line.quantity());
        node.put("requires_shipping", line.draft().requiresShipping());
        node.put("sales_line_item_group_id", line.group().map(LineGroup::id).orElse(null));
        node.put("sku", line.draft().sku());
        node.put("taxable", line.draft().taxable());
        node.put("title", line.draft().title());
        Payloads.amount(node, "total_discount", prices.line(index, amounts -> manualDiscount(order, amounts)));
        node.put("variant_id", line.variant().map(variant -> variant.id()).orElse(null));
        node.put("variant_inventory_management", line.variant().isPresent() ? "shopify" : null);
        node.put("variant_title", line.draft().variantTitle());
        node.put("vendor", line.draft().vendor());
        node.set(
                "tax_lines", taxes(prices, amounts -> amounts.lines().get(index).taxes()));
        node.set(
                "duties",
                Payloads.array(order.charges().dutiesOf(line), (array, each) -> array.add(duty(order, each))));
        node.set(
                "discount_allocations",
                allocations(prices, amounts -> amounts.lines().get(index)));
        return node;
    }

    private static BigDecimal preTax(Order order, LineAmounts amounts) {
        return order.draft().taxesIncluded() ? amounts.net().subtract(amounts.tax()) : amounts.net();
    }

    /** What a person took off this line alone; codes and automatic discounts stand in the allocations only. */
    private static BigDecimal manualDiscount(Order order, LineAmounts amounts) {
        List<DiscountRule> rules = order.draft().discountRules();
        return amounts.discounts().stream()
                .filter(share -> rules.get(share.index()).each()
                        && rules.get(share.index()).kind() == DiscountRule.Kind.MANUAL)
                .map(share -> share.amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ObjectNode duty(Order order, Duty duty) {
        int index = order.charges().indexOf(duty);
        OrderPrices prices = order.prices();
        ObjectNode node = Payloads.identified(duty.id(), "Duty");
        node.put("harmonized_system_code", duty.draft().harmonizedSystemCode());
        node.put("country_code_of_origin", duty.draft().countryCodeOfOrigin());
        node.setAll(Payloads.set(
                prices.ordered(amounts -> amounts.duties().get(index).net())));
        node.set(
                "tax_lines",
                taxes(prices, amounts -> amounts.duties().get(index).taxes()));
        return node;
    }

    /**
     * The bundles that lines are a part of. No documented sample has one: the fields are those of GraphQL's {@code
     * LineItemGroup}.
     */
    static ArrayNode groups(Order order) {
        List<LineGroup> groups = order.lines().stream()
                .flatMap(line -> line.group().stream())
                .distinct()
                .toList();
        return Payloads.array(groups, (array, group) -> {
            ObjectNode node = Payloads.identified(group.id(), "LineItemGroup");
            node.put("title", group.draft().title());
            node.put("quantity", group.draft().quantity());
            node.put(
                    "product_id",
                    group.variant() == null ? null : group.variant().productId());
            node.put(
                    "variant_id",
                    group.variant() == null ? null : group.variant().id());
            node.put("variant_sku", group.draft().sku());
            node.putArray("properties");
            array.add(node);
        });
    }

    private static String status(LineItem line) {
        if (line.fulfilledQuantity() == 0) {
            return null;
        }
        return line.fulfillableQuantity() == 0 ? "fulfilled" : "partial";
    }

    private static ArrayNode properties(LineItem line) {
        return Payloads.array(
                line.draft().properties().entrySet(),
                (array, entry) -> array.addObject().put("name", entry.getKey()).put("value", entry.getValue()));
    }

    static ObjectNode shipping(Order order, int index) {
        ShippingLine line = order.charges().shipping().get(index);
        OrderPrices prices = order.prices();
        MoneyBag discounted = prices.shipping(index, LineAmounts::net);
        ObjectNode node = Payloads.object().put("id", line.id());
        node.putNull("carrier_identifier");
        node.put("code", line.draft().code());
        node.set(
                "current_discounted_price_set",
                Payloads.set(
                        prices.current(amounts -> amounts.shipping().get(index).net())));
        Payloads.amount(node, "discounted_price", discounted);
        node.put("is_removed", line.removed());
        node.putNull("phone");
        Payloads.amount(node, "price", prices.shipping(index, LineAmounts::gross));
        node.putNull("requested_fulfillment_service_id");
        node.put("source", "shopify");
        node.put("title", line.draft().title());
        node.set(
                "tax_lines",
                taxes(prices, amounts -> amounts.shipping().get(index).taxes()));
        node.set(
                "discount_allocations",
                allocations(prices, amounts -> amounts.shipping().get(index)));
        return node;
    }

    /** {@code tax_lines} of a line, or of the whole order. */
    static ArrayNode taxes(OrderPrices prices, Function<OrderAmounts, List<TaxAmount>> taxes) {
        List<TaxAmount> inShop = taxes.apply(prices.ordered());
        ArrayNode array = Payloads.object().arrayNode();
        for (int i = 0; i < inShop.size(); i++) {
            int index = i;
            ObjectNode node = array.addObject();
            node.put("channel_liable", false);
            Payloads.amount(
                    node,
                    "price",
                    prices.ordered(amounts -> taxes.apply(amounts).get(index).amount()));
            node.put("rate", inShop.get(i).tax().rate());
            node.put("title", inShop.get(i).tax().title());
        }
        return array;
    }

    private static ArrayNode allocations(OrderPrices prices, Function<OrderAmounts, LineAmounts> line) {
        ArrayNode array = Payloads.object().arrayNode();
        line.apply(prices.ordered()).discounts().forEach(share -> {
            ObjectNode node = array.addObject();
            Payloads.amount(
                    node,
                    "amount",
                    prices.ordered(amounts -> line.apply(amounts).discounts().stream()
                            .filter(other -> other.index() == share.index())
                            .map(other -> other.amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add)));
            node.put("discount_application_index", share.index());
        });
        return array;
    }
}

package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.DraftShipping;
import io.shopoms.sandbox.shopify.order.LineAmounts;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.MoneyBag;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderAmounts;
import io.shopoms.sandbox.shopify.order.OrderPrices;
import io.shopoms.sandbox.shopify.order.TaxAmount;
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
        node.putNull("sales_line_item_group_id");
        node.put("sku", line.draft().sku());
        node.put("taxable", line.draft().taxable());
        node.put("title", line.draft().title());
        Payloads.amount(node, "total_discount", prices.zero());
        node.put("variant_id", line.variant().map(variant -> variant.id()).orElse(null));
        node.put("variant_inventory_management", line.variant().isPresent() ? "shopify" : null);
        node.put("variant_title", line.draft().variantTitle());
        node.put("vendor", line.draft().vendor());
        node.set(
                "tax_lines", taxes(prices, amounts -> amounts.lines().get(index).taxes()));
        node.putArray("duties");
        node.set(
                "discount_allocations",
                allocations(prices, amounts -> amounts.lines().get(index)));
        return node;
    }

    private static BigDecimal preTax(Order order, LineAmounts amounts) {
        return order.draft().taxesIncluded() ? amounts.net().subtract(amounts.tax()) : amounts.net();
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
        DraftShipping line = order.draft().shippingLines().get(index);
        OrderPrices prices = order.prices();
        MoneyBag discounted = prices.shipping(index, LineAmounts::net);
        ObjectNode node = Payloads.object().put("id", order.shippingLineIds().get(index));
        node.putNull("carrier_identifier");
        node.put("code", line.code());
        node.set(
                "current_discounted_price_set",
                Payloads.set(order.cancelledAt().isPresent() ? prices.zero() : discounted));
        Payloads.amount(node, "discounted_price", discounted);
        node.put("is_removed", false);
        node.putNull("phone");
        Payloads.amount(node, "price", prices.shipping(index, LineAmounts::gross));
        node.putNull("requested_fulfillment_service_id");
        node.put("source", "shopify");
        node.put("title", line.title());
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

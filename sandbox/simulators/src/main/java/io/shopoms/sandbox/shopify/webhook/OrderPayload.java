package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDetails;
import io.shopoms.sandbox.shopify.order.OrderPrices;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.money.DiscountRule;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The body of {@code orders/*}: the whole order in its REST shape, all 93 fields, and one more for companies. */
public final class OrderPayload {

    private final Shop shop;
    private final FulfillmentPayload fulfillments;

    public OrderPayload(Shop shop, FulfillmentPayload fulfillments) {
        this.shop = shop;
        this.fulfillments = fulfillments;
    }

    /** The order as a webhook would carry it now. */
    public ObjectNode of(Order order) {
        ObjectNode node = Payloads.identified(order.id(), "Order");
        identity(node, order);
        states(node, order);
        orderedAmounts(node, order.prices());
        currentAmounts(node, order.prices());
        charges(node, order);
        people(node, order);
        lines(node, order);
        places(node, order);
        Payloads.nulls(
                node,
                "app_id",
                "browser_ip",
                "cart_token",
                "checkout_token",
                "client_details",
                "device_id",
                "landing_site",
                "landing_site_ref",
                "merchant_of_record_app_id",
                "payment_terms",
                "reference",
                "referring_site",
                "source_identifier",
                "source_url",
                "user_id");
        return node;
    }

    private void identity(ObjectNode node, Order order) {
        String token = Long.toHexString(order.id());
        node.put("confirmation_number", Long.toString(order.id(), 36).toUpperCase(Locale.ROOT));
        node.put("created_at", Payloads.time(order.createdAt(), shop.zone()));
        node.put("merchant_business_entity_id", "MTIzNDU2Nzg5MA");
        node.put("name", order.name());
        node.put("number", order.number() - 1000);
        node.put("order_number", order.number());
        node.put("order_status_url", "https://" + shop.domain() + "/1/orders/" + token + "/authenticate?key=" + token);
        node.put("processed_at", Payloads.time(order.createdAt(), shop.zone()));
        node.put("source_name", order.draft().sourceName());
        node.put("test", order.draft().test());
        node.put("token", token);
        node.put("updated_at", Payloads.time(order.updatedAt(), shop.zone()));
    }

    private void states(ObjectNode node, Order order) {
        node.put("cancel_reason", order.cancelReason().orElse(null));
        node.put("cancelled_at", Payloads.time(order.cancelledAt().orElse(null), shop.zone()));
        node.put("closed_at", Payloads.time(order.closedAt().orElse(null), shop.zone()));
        node.put("confirmed", true);
        node.put("duties_included", order.draft().dutiesIncluded());
        node.put("estimated_taxes", false);
        node.put("financial_status", order.financialStatus().wireName());
        node.put(
                "fulfillment_status",
                switch (order.fulfillmentStatus()) {
                    case "FULFILLED" -> "fulfilled";
                    case "PARTIALLY_FULFILLED" -> "partial";
                    default -> null;
                });
        node.set(
                "payment_gateway_names", Payloads.array(order.payments().gateways(), (array, name) -> array.add(name)));
        node.put("tax_exempt", order.draft().taxExempt());
        node.put("taxes_included", order.draft().taxesIncluded());
    }

    private static void orderedAmounts(ObjectNode node, OrderPrices prices) {
        node.put("currency", prices.currency().getCurrencyCode());
        node.put("presentment_currency", prices.presentmentCurrency().getCurrencyCode());
        Payloads.amount(node, "subtotal_price", prices.ordered(OrderAmounts::subtotal));
        Payloads.amount(node, "total_discounts", prices.ordered(OrderAmounts::discounts));
        Payloads.amount(node, "total_line_items_price", prices.ordered(OrderAmounts::lineItems));
        Payloads.amount(node, "total_price", prices.ordered(OrderAmounts::total));
        Payloads.amount(node, "total_tax", prices.ordered(OrderAmounts::tax));
        node.set("total_shipping_price_set", Payloads.set(prices.ordered(OrderAmounts::shippingPrice)));
        node.put(
                "total_tip_received",
                prices.ordered(OrderAmounts::tip).shopMoney().text());
        node.set("tax_lines", LinePayload.taxes(prices, OrderAmounts::taxes));
    }

    private static void currentAmounts(ObjectNode node, OrderPrices prices) {
        Payloads.amount(node, "current_subtotal_price", prices.current(OrderAmounts::subtotal));
        Payloads.amount(node, "current_total_discounts", prices.current(OrderAmounts::discounts));
        Payloads.amount(node, "current_total_price", prices.current(OrderAmounts::total));
        Payloads.amount(node, "current_total_tax", prices.current(OrderAmounts::tax));
        node.set("current_shipping_price_set", Payloads.set(prices.current(OrderAmounts::shippingNet)));
    }

    /** Null for an order that has no duties, or no fees, at all. */
    private static void charges(ObjectNode node, Order order) {
        OrderPrices prices = order.prices();
        node.set(
                "total_cash_rounding_payment_adjustment_set",
                Payloads.set(order.payments().rounding(false)));
        node.set(
                "total_cash_rounding_refund_adjustment_set",
                Payloads.set(order.payments().rounding(true)));
        boolean duties = !order.charges().duties().isEmpty();
        boolean fees = !order.charges().fees().isEmpty();
        optional(node, "original_total_duties_set", duties, prices.ordered(OrderAmounts::dutiesNet));
        optional(node, "current_total_duties_set", duties, prices.current(OrderAmounts::dutiesNet));
        optional(node, "original_total_additional_fees_set", fees, prices.ordered(OrderAmounts::feesNet));
        optional(node, "current_total_additional_fees_set", fees, prices.current(OrderAmounts::feesNet));
    }

    private static void optional(ObjectNode node, String name, boolean there, MoneyBag amount) {
        node.set(name, there ? Payloads.set(amount) : NullNode.instance);
    }

    /** The till that took the order, and the company that it is for: the one field that only some orders have. */
    private void places(ObjectNode node, Order order) {
        boolean pos = "pos".equals(order.draft().sourceName());
        node.put("location_id", pos ? shop.locations().standard().id() : null);
        order.company()
                .ifPresent(company ->
                        node.putObject("company").put("id", company.id()).put("location_id", company.locationId()));
    }

    private void people(ObjectNode node, Order order) {
        OrderDetails details = order.details();
        node.put("buyer_accepts_marketing", false);
        node.put("contact_email", details.email());
        node.put("customer_locale", "en");
        node.put("email", details.email());
        node.put("note", details.note());
        node.put("phone", details.phone());
        node.put("po_number", details.poNumber());
        node.put("tags", String.join(", ", details.tags()));
        node.set(
                "note_attributes",
                Payloads.array(
                        details.attributes().entrySet(),
                        (array, entry) ->
                                array.addObject().put("name", entry.getKey()).put("value", entry.getValue())));
        node.set("billing_address", AddressPayload.of(details.billingAddress()));
        node.set("shipping_address", AddressPayload.of(details.shippingAddress()));
        order.customer()
                .ifPresentOrElse(
                        customer -> node.set("customer", CustomerPayload.embedded(customer, shop.zone())),
                        () -> node.putNull("customer"));
    }

    private void lines(ObjectNode node, Order order) {
        List<DiscountRule> rules = order.draft().discountRules();
        node.set("discount_applications", DiscountPayload.applications(rules));
        node.set("discount_codes", DiscountPayload.codes(order, rules));
        node.put("total_outstanding", order.outstanding().shopMoney().text());
        node.put("total_weight", weight(order));
        node.set(
                "fulfillments",
                Payloads.array(order.fulfillments(), (array, each) -> array.add(fulfillments.embedded(each))));
        node.set(
                "line_items", Payloads.array(order.lines(), (array, line) -> array.add(LinePayload.item(order, line))));
        node.set(
                "refunds",
                Payloads.array(order.refunds(), (array, each) -> array.add(RefundPayload.of(each, shop.zone()))));
        node.set(
                "shipping_lines",
                Payloads.array(
                        IntStream.range(0, order.charges().shipping().size())
                                .boxed()
                                .toList(),
                        (array, index) -> array.add(LinePayload.shipping(order, index))));
        node.set("returns", Payloads.array(order.returns(), (array, each) -> array.add(ReturnPayload.of(each))));
        node.set("line_item_groups", LinePayload.groups(order));
    }

    private static long weight(Order order) {
        long grams = 0;
        for (LineItem line : order.lines()) {
            grams += (long) line.draft().grams() * line.quantity();
        }
        return grams;
    }
}

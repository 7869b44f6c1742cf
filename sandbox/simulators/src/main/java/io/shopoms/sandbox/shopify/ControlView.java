package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sandbox.shopify.order.LineItem;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.order.Transaction;
import io.shopoms.sandbox.shopify.order.money.OrderAmounts;
import io.shopoms.sandbox.shopify.webhook.Delivery;
import io.shopoms.sandbox.shopify.webhook.Subscription;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** What the control API shows of orders and deliveries. */
final class ControlView {

    private ControlView() {}

    static Map<String, Object> order(Order order) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", order.id());
        view.put("gid", "gid://shopify/Order/" + order.id());
        view.put("name", order.name());
        view.put("created_at", order.createdAt().toString());
        view.put("updated_at", order.updatedAt().toString());
        view.put("cancelled_at", order.cancelledAt().map(Object::toString).orElse(null));
        view.put("currency", order.prices().currency().getCurrencyCode());
        view.put("totalPrice", text(order, OrderAmounts::total));
        view.put("subtotal", text(order, OrderAmounts::subtotal));
        view.put("tax", text(order, OrderAmounts::tax));
        view.put("shipping", text(order, OrderAmounts::shippingNet));
        view.put("discounts", text(order, OrderAmounts::discounts));
        view.put("financial_status", order.financialStatus().wireName());
        view.put("fulfillment_status", order.fulfillmentStatus().toLowerCase(Locale.ROOT));
        view.put("tip", text(order, OrderAmounts::tip));
        view.put("duties", text(order, OrderAmounts::dutiesNet));
        view.put("fees", text(order, OrderAmounts::feesNet));
        view.put("outstanding", order.outstanding().shopMoney().text());
        view.put("received", order.received().shopMoney().text());
        view.put("refunded", order.refunded().shopMoney().text());
        view.put("capturable", order.payments().capturable().shopMoney().text());
        view.put(
                "transactions",
                order.transactions().stream().map(ControlView::transaction).toList());
        view.put("refunds", order.refunds().stream().map(ControlView::refund).toList());
        view.put("lines", order.lines().stream().map(ControlView::line).toList());
        view.put(
                "fulfillments",
                order.fulfillments().stream().map(ControlView::fulfillment).toList());
        return view;
    }

    private static String text(Order order, Function<OrderAmounts, BigDecimal> amount) {
        return order.prices().current(amount).shopMoney().text();
    }

    private static Map<String, Object> line(LineItem line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", line.id());
        view.put("sku", line.draft().sku());
        view.put("title", line.name());
        view.put("quantity", line.currentQuantity());
        view.put("fulfilled", line.fulfilledQuantity());
        return view;
    }

    private static Map<String, Object> transaction(Transaction transaction) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", transaction.id());
        view.put("kind", transaction.kind().name().toLowerCase(Locale.ROOT));
        view.put("status", transaction.status().name().toLowerCase(Locale.ROOT));
        view.put("gateway", transaction.gateway());
        view.put("amount", transaction.amount().shopMoney().text());
        return view;
    }

    private static Map<String, Object> refund(Refund refund) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", refund.id());
        view.put("amount", refund.total().shopMoney().text());
        view.put(
                "units", refund.lines().stream().mapToInt(Refund.Line::quantity).sum());
        view.put("note", refund.note());
        return view;
    }

    static Map<String, Object> customer(Customer customer) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", customer.id());
        view.put("gid", "gid://shopify/Customer/" + customer.id());
        view.put("email", customer.email());
        view.put("phone", customer.phone());
        view.put("firstName", customer.firstName());
        view.put("lastName", customer.lastName());
        view.put("tags", customer.tags());
        view.put("updated_at", customer.updatedAt().toString());
        return view;
    }

    private static Map<String, Object> fulfillment(Fulfillment fulfillment) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", fulfillment.id());
        view.put("name", fulfillment.name());
        view.put("status", fulfillment.status());
        view.put("displayStatus", fulfillment.displayStatus());
        view.put("quantity", fulfillment.totalQuantity());
        view.put(
                "tracking",
                fulfillment.tracking().stream().map(ControlView::tracking).toList());
        return view;
    }

    private static Map<String, Object> tracking(TrackingInfo tracking) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("company", tracking.company());
        view.put("number", tracking.number());
        view.put("url", tracking.url());
        return view;
    }

    static Map<String, Object> delivery(Delivery delivery) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("topic", delivery.topic());
        view.put("webhookId", delivery.webhookId());
        view.put("eventId", delivery.webhook().eventId());
        view.put("triggeredAt", delivery.webhook().triggeredAt().toString());
        view.put("recordId", delivery.subject().id());
        view.put("recordName", delivery.subject().name());
        view.put("target", delivery.subscription().target().toString());
        view.put("state", delivery.state().name());
        view.put("tries", delivery.tries());
        view.put("lastStatus", delivery.lastStatus().orElse(null));
        view.put("lastError", delivery.lastError().orElse(null));
        return view;
    }

    static Map<String, Object> subscription(Subscription subscription) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", subscription.id());
        view.put("topic", subscription.topic());
        view.put("target", subscription.target().toString());
        view.put("byApi", subscription.byApi());
        return view;
    }
}

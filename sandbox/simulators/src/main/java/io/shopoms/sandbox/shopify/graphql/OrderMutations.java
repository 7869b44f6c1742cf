package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Mutations of orders besides refunds. */
final class OrderMutations {

    /** An error of {@code orderCancel}, which has a code. */
    record CancelError(List<String> field, String message, String code) {}

    private final Shop shop;
    private final Merchant merchant;

    OrderMutations(Shop shop, Merchant merchant) {
        this.shop = shop;
        this.merchant = merchant;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.payload("OrderCancelPayload", "job", "orderCancelUserErrors").addTo(wiring);
        TypeFields.payload("OrderCapturePayload", "transaction", "userErrors").addTo(wiring);
        TypeFields.payload("OrderClosePayload", "order", "userErrors").addTo(wiring);
        TypeFields.payload("OrderMarkAsPaidPayload", "order", "userErrors").addTo(wiring);
        TypeFields.payload("TagsAddPayload", "node", "userErrors").addTo(wiring);
        TypeFields.payload("TagsRemovePayload", "node", "userErrors").addTo(wiring);
        TypeFields.payload("Job", "id", "done").addTo(wiring);
        TypeFields.of("OrderCancelUserError", CancelError.class)
                .field("field", CancelError::field)
                .field("message", CancelError::message)
                .field("code", CancelError::code)
                .addTo(wiring);
    }

    /** Shopify cancels in a job; here that is done when the answer says it is not. */
    Object cancel(DataFetchingEnvironment env) {
        Optional<Order> order = shop.findOrder(Gid.parse("Order", env.getArgument("orderId")));
        if (order.isEmpty()) {
            return cancelled(null, new CancelError(List.of("orderId"), "Order does not exist", "NOT_FOUND"));
        }
        String note = env.getArgument("staffNote");
        if (note != null && note.length() > 255) {
            return cancelled(null, new CancelError(List.of("staffNote"), "Staff note is too long", "INVALID"));
        }
        Map<String, Object> method = env.getArgument("refundMethod");
        String reason = env.getArgument("reason");
        try {
            merchant.cancelling()
                    .cancel(
                            order.get(),
                            new Cancellation(
                                    reason.toLowerCase(Locale.ROOT),
                                    Boolean.TRUE.equals(env.getArgument("restock")),
                                    method != null && Boolean.TRUE.equals(method.get("originalPaymentMethodsRefund")),
                                    note));
        } catch (IllegalArgumentException e) {
            return cancelled(null, new CancelError(List.of("orderId"), e.getMessage(), "INVALID"));
        }
        return cancelled(Map.of("id", Gid.of("Job", shop.nextId()), "done", false));
    }

    private static Map<String, Object> cancelled(Map<String, Object> job, CancelError... errors) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("job", job);
        payload.put("orderCancelUserErrors", List.of(errors));
        return payload;
    }

    /** An order that is paid already comes back beside the error. */
    Object markAsPaid(DataFetchingEnvironment env) {
        return act(env, order -> merchant.settlement().pay(order));
    }

    Object close(DataFetchingEnvironment env) {
        return act(env, order -> merchant.editing().close(order));
    }

    Object capture(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        Optional<Order> order = shop.findOrder(Gid.parse("Order", input.get("id")));
        if (order.isEmpty()) {
            return WebhookFields.payload("transaction", null, noOrder());
        }
        try {
            merchant.settlement().capture(order.get(), (BigDecimal) input.get("amount"));
        } catch (IllegalArgumentException e) {
            return WebhookFields.payload("transaction", null, new UserError(List.of("amount"), e.getMessage()));
        }
        int last = order.get().transactions().size() - 1;
        return WebhookFields.payload("transaction", order.get().transactions().get(last));
    }

    Object addTags(DataFetchingEnvironment env) {
        return tag(env, true);
    }

    Object removeTags(DataFetchingEnvironment env) {
        return tag(env, false);
    }

    private Object tag(DataFetchingEnvironment env, boolean add) {
        Optional<Order> order = shop.findOrder(Gid.parse("Order", env.getArgument("id")));
        if (order.isEmpty()) {
            return WebhookFields.payload("node", null, new UserError(List.of("id"), "Tags cannot be changed."));
        }
        List<String> named = env.getArgument("tags");
        List<String> tags = new ArrayList<>(order.get().details().tags());
        tags.removeAll(named);
        if (add) {
            tags.addAll(named);
        }
        merchant.editing().tag(order.get(), tags);
        return WebhookFields.payload("node", order.get());
    }

    private interface Act {
        void on(Order order);
    }

    private Object act(DataFetchingEnvironment env, Act act) {
        Map<String, Object> input = env.getArgument("input");
        Optional<Order> order = shop.findOrder(Gid.parse("Order", input.get("id")));
        if (order.isEmpty()) {
            return WebhookFields.payload("order", null, noOrder());
        }
        try {
            act.on(order.get());
            return WebhookFields.payload("order", order.get());
        } catch (IllegalArgumentException e) {
            return WebhookFields.payload("order", order.get(), new UserError(List.of("id"), e.getMessage()));
        }
    }

    private static UserError noOrder() {
        return new UserError(List.of("id"), "Order does not exist");
    }
}

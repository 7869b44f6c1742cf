package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.UserError;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code refundCreate}. */
final class RefundMutation {

    private final Shop shop;
    private final Merchant merchant;
    private final IdempotencyKeys keys;

    RefundMutation(Shop shop, Merchant merchant, IdempotencyKeys keys) {
        this.shop = shop;
        this.merchant = merchant;
        this.keys = keys;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.payload("RefundCreatePayload", "refund", "order", "userErrors")
                .addTo(wiring);
    }

    Object create(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("input");
        return keys.once(env, input, () -> refund(input));
    }

    private Object refund(Map<String, Object> input) {
        Optional<Order> order = shop.findOrder(Gid.parse("Order", input.get("orderId")));
        if (order.isEmpty()) {
            return payload(null, null, new UserError(List.of("orderId"), "Order does not exist"));
        }
        boolean twoCurrencies =
                !order.get().prices().currency().equals(order.get().prices().presentmentCurrency());
        if (twoCurrencies && input.get("currency") == null) {
            return payload(
                    null, order.get(), new UserError(List.of("currency"), "Currency is required for this order"));
        }
        if (!transactions(input).stream().allMatch(each -> isOf(order.get(), each.get("parentId")))) {
            return payload(
                    null,
                    order.get(),
                    new UserError(
                            List.of("transactions"), "Transactions require a parent_id associated with the order"));
        }
        try {
            Refund refund = merchant.refunding().refund(order.get(), wish(order.get(), input));
            return payload(refund, order.get());
        } catch (IllegalArgumentException e) {
            return payload(null, order.get(), new UserError(null, e.getMessage()));
        }
    }

    private static boolean isOf(Order order, Object parentId) {
        return parentId != null
                && order.payments().receipts().stream()
                        .anyMatch(each -> each.id() == Gid.parse("OrderTransaction", parentId));
    }

    /** Money moves by transactions alone. Amounts are in the currency that the buyer saw. */
    private static RefundWish wish(Order order, Map<String, Object> input) {
        List<RefundWish.Line> lines = maps(input.get("refundLineItems")).stream()
                .map(line -> new RefundWish.Line(
                        null, Gid.parse("LineItem", line.get("lineItemId")), (Integer) line.get("quantity"), (String)
                                line.get("restockType")))
                .toList();
        @SuppressWarnings("unchecked")
        Map<String, Object> shipping = (Map<String, Object>) input.getOrDefault("shipping", Map.of());
        BigDecimal moved = transactions(input).stream()
                .map(each -> inShop(order, (BigDecimal) each.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String reason = (String) input.get("discrepancyReason");
        return new RefundWish(
                lines,
                (Boolean) shipping.get("fullRefund"),
                shipping.get("amount") == null ? null : inShop(order, (BigDecimal) shipping.get("amount")),
                !maps(input.get("refundDuties")).isEmpty(),
                transactions(input).isEmpty() ? null : moved,
                null,
                reason == null ? null : reason.toLowerCase(Locale.ROOT),
                (String) input.get("note"),
                (Boolean) input.get("allowOverRefunding"),
                transactions(input).isEmpty());
    }

    private static BigDecimal inShop(Order order, BigDecimal amount) {
        return order.prices().currency().equals(order.prices().presentmentCurrency())
                ? amount
                : amount.divide(order.draft().exchangeRate(), MathContext.DECIMAL64);
    }

    private static List<Map<String, Object>> transactions(Map<String, Object> input) {
        return maps(input.get("transactions"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static Map<String, Object> payload(Refund refund, Order order, UserError... errors) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("refund", refund);
        payload.put("order", order);
        payload.put("userErrors", List.of(errors));
        return payload;
    }
}

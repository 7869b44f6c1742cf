package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.Order;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Predicate;

/** The {@code query} argument of {@code orders}. */
final class OrderSearch {

    private final SearchTerms terms;

    OrderSearch(ZoneId zone) {
        this.terms = new SearchTerms(zone);
    }

    Predicate<Order> parse(String query) {
        return terms.parse(query, this::term);
    }

    private Predicate<Order> term(String field, String operator, String value) {
        return switch (field) {
            case "updated_at" -> terms.time(operator, value, Order::updatedAt);
            case "created_at", "processed_at" -> terms.time(operator, value, Order::createdAt);
            case "id" -> SearchTerms.number(operator, value, Order::id);
            case "name" -> order -> order.name().equals(value) || order.name().equals("#" + value);
            case "email" -> order -> value.equalsIgnoreCase(order.details().email());
            case "tag" -> order -> order.details().tags().contains(value);
            case "financial_status" ->
                order -> order.financialStatus().wireName().equals(value.toLowerCase(Locale.ROOT));
            case "fulfillment_status" -> status(value);
            case "status" -> state(value);
            default -> throw SearchTerms.notUnderstood(field);
        };
    }

    private static Predicate<Order> state(String value) {
        return switch (value) {
            case "any" -> order -> true;
            case "cancelled" -> order -> order.cancelledAt().isPresent();
            case "closed" -> order -> order.closedAt().isPresent();
            case "open", "not_closed" -> order -> order.closedAt().isEmpty();
            default -> throw SearchTerms.notUnderstood("status:" + value);
        };
    }

    private static Predicate<Order> status(String value) {
        String wanted = switch (value) {
            case "unshipped", "unfulfilled" -> "UNFULFILLED";
            case "shipped", "fulfilled" -> "FULFILLED";
            case "partial" -> "PARTIALLY_FULFILLED";
            default -> throw SearchTerms.notUnderstood("fulfillment_status:" + value);
        };
        return order -> order.fulfillmentStatus().equals(wanted);
    }
}

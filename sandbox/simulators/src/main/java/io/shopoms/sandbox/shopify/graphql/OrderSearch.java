package io.shopoms.sandbox.shopify.graphql;

import io.shopoms.sandbox.shopify.order.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code query} argument of {@code orders}: terms such as {@code updated_at:>='2026-11-01T00:00:00Z'}, all of which
 * must hold. Shopify ignores what it does not understand; here that is an error, since it is a mistake in every case.
 */
final class OrderSearch {

    private static final Pattern TERM =
            Pattern.compile("\\s*(?:AND\\s+)?([a-z_]+):(>=|<=|>|<)?(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");

    private final ZoneId zone;

    OrderSearch(ZoneId zone) {
        this.zone = zone;
    }

    Predicate<Order> parse(String query) {
        if (query == null || query.isBlank()) {
            return order -> true;
        }
        Matcher matcher = TERM.matcher(query);
        List<Predicate<Order>> terms = new ArrayList<>();
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String value = matcher.group(3) != null
                    ? matcher.group(3)
                    : matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
            terms.add(term(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), value));
            end = matcher.end();
        }
        if (!query.substring(end).isBlank()) {
            throw notUnderstood(query.substring(end).trim());
        }
        return order -> terms.stream().allMatch(term -> term.test(order));
    }

    private Predicate<Order> term(String field, String operator, String value) {
        return switch (field) {
            case "updated_at" -> time(operator, value, Order::updatedAt);
            case "created_at", "processed_at" -> time(operator, value, Order::createdAt);
            case "id" -> {
                long id = number(value);
                yield order -> holds(operator, Long.compare(order.id(), id));
            }
            case "name" -> order -> order.name().equals(value) || order.name().equals("#" + value);
            case "email" -> order -> value.equalsIgnoreCase(order.details().email());
            case "tag" -> order -> order.details().tags().contains(value);
            case "financial_status" ->
                order -> order.financialStatus().wireName().equals(value.toLowerCase(Locale.ROOT));
            case "fulfillment_status" -> status(value);
            case "status" -> state(value);
            default -> throw notUnderstood(field);
        };
    }

    private static Predicate<Order> state(String value) {
        return switch (value) {
            case "any" -> order -> true;
            case "cancelled" -> order -> order.cancelledAt().isPresent();
            case "open", "not_closed" -> order -> order.cancelledAt().isEmpty();
            default -> throw notUnderstood("status:" + value);
        };
    }

    private static Predicate<Order> status(String value) {
        String wanted = switch (value) {
            case "unshipped", "unfulfilled" -> "UNFULFILLED";
            case "shipped", "fulfilled" -> "FULFILLED";
            case "partial" -> "PARTIALLY_FULFILLED";
            default -> throw notUnderstood("fulfillment_status:" + value);
        };
        return order -> order.fulfillmentStatus().equals(wanted);
    }

    private Predicate<Order> time(String operator, String value, Function<Order, Instant> of) {
        Instant instant = instant(value);
        return order -> holds(operator, of.apply(order).compareTo(instant));
    }

    private static boolean holds(String operator, int compared) {
        return switch (operator) {
            case ">=" -> compared >= 0;
            case "<=" -> compared <= 0;
            case ">" -> compared > 0;
            case "<" -> compared < 0;
            default -> compared == 0;
        };
    }

    /** A time without a zone is local to the shop. */
    private Instant instant(String value) {
        try {
            if (value.length() == "2026-11-01".length()) {
                return LocalDate.parse(value).atStartOfDay(zone).toInstant();
            }
            return value.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw notUnderstood(value);
        }
    }

    private static long number(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw notUnderstood(value);
        }
    }

    private static AdminError notUnderstood(String part) {
        return new AdminError("BAD_REQUEST", "the simulated store does not understand '" + part + "' in query");
    }
}

package io.shopoms.sandbox.shopify.graphql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code query} argument of lists: terms such as {@code updated_at:>='2026-11-01T00:00:00Z'}, all of which must hold.
 * Shopify ignores what it does not understand; here that is an error, since it is a mistake in every case.
 */
final class SearchTerms {

    private static final Pattern TERM =
            Pattern.compile("\\s*(?:AND\\s+)?([a-z_]+):(>=|<=|>|<)?(?:'([^']*)'|\"([^\"]*)\"|(\\S+))");

    private final ZoneId zone;

    SearchTerms(ZoneId zone) {
        this.zone = zone;
    }

    /** What one term asks of a record. */
    @FunctionalInterface
    interface Reader<T> {

        Predicate<T> term(String field, String operator, String value);
    }

    <T> Predicate<T> parse(String query, Reader<T> reader) {
        if (query == null || query.isBlank()) {
            return each -> true;
        }
        Matcher matcher = TERM.matcher(query);
        List<Predicate<T>> terms = new ArrayList<>();
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            String value = matcher.group(3) != null
                    ? matcher.group(3)
                    : matcher.group(4) != null ? matcher.group(4) : matcher.group(5);
            terms.add(reader.term(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2), value));
            end = matcher.end();
        }
        if (!query.substring(end).isBlank()) {
            throw notUnderstood(query.substring(end).trim());
        }
        return each -> terms.stream().allMatch(term -> term.test(each));
    }

    <T> Predicate<T> time(String operator, String value, Function<T, Instant> of) {
        Instant instant = instant(value);
        return each -> holds(operator, of.apply(each).compareTo(instant));
    }

    static <T> Predicate<T> number(String operator, String value, Function<T, Long> of) {
        try {
            long number = Long.parseLong(value);
            return each -> holds(operator, Long.compare(of.apply(each), number));
        } catch (NumberFormatException e) {
            throw notUnderstood(value);
        }
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

    static AdminError notUnderstood(String part) {
        return new AdminError("BAD_REQUEST", "the simulated store does not understand '" + part + "' in query");
    }
}

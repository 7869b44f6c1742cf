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
 * The {@code query} argument of lists: terms such as {@code updated_at:>='2026-11-01T00:00:00Z'}, all of which must hold, or
 * groups of such terms with {@code OR} between them; {@code -} or {@code NOT} turns a term round. Shopify ignores what it
 * does not understand; here that is an error, since it is a mistake in every case.
 */
final class SearchTerms {

    private static final Pattern TERM = Pattern.compile("\\s*(?:(AND|OR)\\s+)?(-|NOT\\s+)?([a-z_]+):(>=|<=|>|<)?"
            + "(?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");

    private final ZoneId zone;

    SearchTerms(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * {@code field:operator value}.
     *
     * @param operator one of {@code >= <= > <}, empty for equality
     */
    record Term(boolean negated, String field, String operator, String value) {}

    /** What one term asks of a record. */
    @FunctionalInterface
    interface Reader<T> {

        Predicate<T> term(String field, String operator, String value);
    }

    /** Groups of which one must hold; of a group all terms must. No group for an empty query. */
    static List<List<Term>> groups(String query) {
        if (query == null || query.isBlank()) {
            return List.of();
        }
        Matcher matcher = TERM.matcher(query);
        List<List<Term>> groups = new ArrayList<>(List.of(new ArrayList<>()));
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            if ("OR".equals(matcher.group(1))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1)
                    .add(new Term(
                            matcher.group(2) != null,
                            matcher.group(3),
                            matcher.group(4) == null ? "" : matcher.group(4),
                            value(matcher)));
            end = matcher.end();
        }
        if (!query.substring(end).isBlank()) {
            throw notUnderstood(query.substring(end).trim());
        }
        return groups;
    }

    private static String value(Matcher matcher) {
        String quoted = matcher.group(5) != null ? matcher.group(5) : matcher.group(6);
        return quoted == null ? matcher.group(7) : quoted.replaceAll("\\\\(.)", "$1");
    }

    <T> Predicate<T> parse(String query, Reader<T> reader) {
        return groups(query).stream()
                .map(group -> all(group, reader))
                .reduce(Predicate::or)
                .orElse(each -> true);
    }

    private static <T> Predicate<T> all(List<Term> group, Reader<T> reader) {
        List<Predicate<T>> terms = group.stream()
                .map(term -> {
                    Predicate<T> holds = reader.term(term.field(), term.operator(), term.value());
                    return term.negated() ? holds.negate() : holds;
                })
                .toList();
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
    Instant instant(String value) {
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

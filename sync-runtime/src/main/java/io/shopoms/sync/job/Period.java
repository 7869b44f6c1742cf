package io.shopoms.sync.job;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The period of a backfill, by the date of the last change.
 *
 * @param from inclusive
 * @param to inclusive; absent for "until there is nothing more"
 */
public record Period(Instant from, Optional<Instant> to) {

    public static final String FROM = "from";
    public static final String TO = "to";

    private static final Set<String> KNOWN = Set.of(FROM, TO);

    // Neither Shopify nor PostgreSQL knows the years before and after that Java's dates can spell.
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws IllegalArgumentException naming the parameter and what it should be */
    public static Period of(Map<String, String> parameters) {
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown parameter '" + name + "'; known are from and to");
                });
        Instant from = instant(parameters, FROM)
                .orElseThrow(() -> new IllegalArgumentException(
                        "from is missing: a date (2026-11-01) or a date with time and zone (2026-11-01T10:00:00Z)"));
        Optional<Instant> to = instant(parameters, TO);
        if (to.filter(end -> end.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("to is before from");
        }
        return new Period(from, to);
    }

    private static Optional<Instant> instant(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> parse(name, text));
    }

    private static Instant parse(String name, String text) {
        Instant instant;
        try {
            instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " is neither a date (2026-11-01) nor a date with time and zone (2026-11-01T10:00:00Z)", e);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException(name + " is not of the years 1900 to 9999");
        }
        return instant;
    }
}

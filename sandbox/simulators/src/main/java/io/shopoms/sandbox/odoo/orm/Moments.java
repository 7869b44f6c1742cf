package io.shopoms.sandbox.odoo.orm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Odoo's dates and times: UTC, shown in whole seconds, no zone. */
public final class Moments {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern STRICT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?");
    private static final Pattern IN_DOMAIN =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[ T](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d{1,6})?)?");
    private static final Pattern ZONED = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T].*(Z|[+-]\\d{2}:?\\d{2})");

    private Moments() {}

    public static String show(Instant instant) {
        return SECONDS.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** A value in {@code create}, {@code write} or {@code load}: exactly Odoo's own format. */
    static Instant parse(String text) {
        if (!STRICT.matcher(text).matches()) {
            throw mismatch(text);
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : LocalDateTime.parse(text, SECONDS).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw mismatch(text);
        }
    }

    static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw OdooException.value("time data '" + text + "' does not match format '%Y-%m-%d'");
        }
    }

    /** A value in a domain: a T is accepted, a zone is not, and fractions of a second are dropped. */
    static Instant parseInDomain(String text) {
        if (ZONED.matcher(text).matches()) {
            throw OdooException.value("expecting only datetimes with no timezone: '" + text + "'");
        }
        var matcher = IN_DOMAIN.matcher(text);
        if (!matcher.matches()) {
            throw OdooException.value("Invalid term '" + text + "' in expression date: '" + text + "'");
        }
        try {
            String time = matcher.group(2) == null ? "00:00:00" : matcher.group(2);
            return LocalDateTime.parse(matcher.group(1) + "T" + time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw OdooException.value("Invalid term '" + text + "' in expression date: '" + text + "'");
        }
    }

    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }

    private static OdooException mismatch(String text) {
        return OdooException.value("time data '" + text + "' does not match format '%Y-%m-%d %H:%M:%S'");
    }
}

package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Odoo's {@code 2026-11-19 10:11:12}: UTC, whole seconds, no zone. Odoo answers 500 to the ISO form, and never shows the
 * microseconds that it stores.
 */
public final class OdooDateTime {

    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int WHOLE_SECONDS = "2026-11-19 10:11:12".length();

    private OdooDateTime() {}

    /** Cuts off what is below a second, as Odoo's own comparisons do. */
    public static String format(Instant instant) {
        return FORM.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /**
     * Reads Odoo's form; microseconds, which only pushed webhooks hold, are dropped.
     *
     * @throws java.time.format.DateTimeParseException if it is another form
     */
    public static Instant parse(String text) {
        boolean micros = text.length() > WHOLE_SECONDS && text.charAt(WHOLE_SECONDS) == '.';
        return LocalDateTime.parse(micros ? text.substring(0, WHOLE_SECONDS) : text, FORM)
                .toInstant(ZoneOffset.UTC);
    }

    /** A field of an answer; empty for {@code false}, Odoo's way to write that there is none. */
    public static Optional<Instant> read(JsonNode field) {
        return field.isTextual() ? Optional.of(parse(field.textValue())) : Optional.empty();
    }
}

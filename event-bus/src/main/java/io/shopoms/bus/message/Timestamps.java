package io.shopoms.bus.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Reads points in time, as headers carry them. The JDK's reader gathers the fields in maps first: for the three of a webhook
 * that took more of the gateway's time than checking the signature. What is of the usual form is read here, all else there.
 */
public final class Timestamps {

    /** {@code 2026-11-20T10:00:00Z}, without a fraction. */
    private static final int SHORTEST = 20;

    private static final int FRACTION = 20;
    private static final int MOST_DIGITS = 9;

    private Timestamps() {}

    /**
     * @param text ISO 8601 with a time and an offset from UTC, {@code Z} most of the time
     * @throws DateTimeException if it is not
     */
    public static Instant parse(String text) {
        return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        return hasForm(text, "0000-00-00T00:00:00")
                && text.charAt(end) == 'Z'
                && (end == SHORTEST - 1 || hasFraction(text, end))
                && number(text, 11, 2) < 24
                && number(text, 14, 2) < 60
                && number(text, 17, 2) < 60;
    }

    private static boolean hasForm(String text, String form) {
        boolean same = text.length() >= SHORTEST;
        for (int i = 0; same && i < form.length(); i++) {
            char wanted = form.charAt(i);
            same = wanted == '0' ? isDigit(text.charAt(i)) : text.charAt(i) == wanted;
        }
        return same;
    }

    private static boolean hasFraction(String text, int end) {
        boolean valid = text.charAt(FRACTION - 1) == '.' && end > FRACTION && end <= FRACTION + MOST_DIGITS;
        for (int i = FRACTION; valid && i < end; i++) {
            valid = isDigit(text.charAt(i));
        }
        return valid;
    }

    private static Instant usual(String text) {
        LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
        int second = number(text, 11, 2) * 3_600 + number(text, 14, 2) * 60 + number(text, 17, 2);
        return Instant.ofEpochSecond(date.toEpochDay() * 86_400 + second, nanos(text));
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int i = FRACTION; i < FRACTION + MOST_DIGITS; i++) {
            nanos = nanos * 10 + (i < text.length() - 1 ? text.charAt(i) - '0' : 0);
        }
        return nanos;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package io.shopoms.sync.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What came back, whatever its status: redirects are not followed, error bodies are kept. Prints without its body.
 *
 * @param status the HTTP status
 * @param headers names in any case
 * @param body complete
 */
public record HttpAnswer(int status, MultiMap headers, Buffer body) {

    /** A longer wait is no longer a pause but an outage: the record's own retry decides then. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    public HttpAnswer {
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(body, "body");
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** True if the answer says that it is JSON; proxies and login pages answer HTML. */
    public boolean isJson() {
        return header("Content-Type")
                .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
                .orElse(false);
    }

    /** {@code Retry-After} in either of its forms, at most one hour; empty if there is none that can be read. */
    public Optional<Duration> retryAfter(Clock clock) {
        return header("Retry-After")
                .map(String::trim)
                .flatMap(value -> seconds(value).or(() -> untilDate(value, clock)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    private static Optional<Duration> seconds(String value) {
        try {
            double seconds = Double.parseDouble(value);
            return seconds >= 0 && seconds < Integer.MAX_VALUE
                    ? Optional.of(Duration.ofMillis(Math.round(Math.ceil(seconds * 1000))))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> untilDate(String value, Clock clock) {
        try {
            Duration wait = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length() + " bytes]";
    }
}

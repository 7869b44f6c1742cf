package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.JsonBodies;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * An error answer, reduced to what may be seen: the traceback in {@code debug} is dropped here.
 *
 * @param status the HTTP status; 200 for every error that Odoo itself reports over JSON-RPC
 * @param name the Python exception, such as {@code odoo.exceptions.UserError}; empty if the answer is not Odoo's
 * @param message for people, in the language of Odoo's user, one line, at most 300 characters
 */
record OdooError(int status, String name, String message, Optional<Duration> retryAfter) {

    private static final int LONGEST_MESSAGE = 300;

    OdooError {
        message = oneLine(message);
    }

    OdooError(int status, String name, String message) {
        this(status, name, message, Optional.empty());
    }

    /** An answer whose status says that it is an error, from Odoo or from whatever stands in front of it. */
    static OdooError of(HttpAnswer answer, Clock clock) {
        JsonNode body = (answer.isJson() ? JsonBodies.read(answer.body()) : Optional.<JsonNode>empty())
                .orElseGet(JsonBodies::object);
        return new OdooError(
                answer.status(),
                body.path("name").asText(),
                body.path("message").asText(),
                answer.retryAfter(clock));
    }

    static String oneLine(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").trim();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }
}

package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an Odoo server.
 *
 * @param major 19 for {@code 19.0} and for {@code saas~19.1}; 0 if the server's text holds no number
 * @param text as the server writes it
 */
public record OdooVersion(int major, String text) {

    private static final Pattern MAJOR = Pattern.compile("\\d{1,4}");

    static OdooVersion parse(JsonNode text) {
        Matcher digits = MAJOR.matcher(text.asText());
        return new OdooVersion(digits.find() ? Integer.parseInt(digits.group()) : 0, text.asText());
    }
}

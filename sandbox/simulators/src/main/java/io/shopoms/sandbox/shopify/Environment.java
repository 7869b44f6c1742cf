package io.shopoms.sandbox.shopify;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Reads settings from environment variables. Blank values count as missing. */
final class Environment {

    private Environment() {}

    static String text(Map<String, String> environment, String name, String otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : value.trim();
    }

    static int port(Map<String, String> environment, String name, int otherwise) {
        String value = text(environment, name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(name + " must be a port number, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    static Optional<URI> address(Map<String, String> environment, String name) {
        String value = text(environment, name, "");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(httpAddress(name, value));
    }

    /** @throws IllegalArgumentException if it is not an http or https address */
    static URI httpAddress(String name, String value) {
        if (!value.matches("https?://[^\\s/]+(/[^\\s]*)?")) {
            throw new IllegalArgumentException(name + " must be an http address such as http://127.0.0.1:8080");
        }
        return URI.create(value);
    }
}

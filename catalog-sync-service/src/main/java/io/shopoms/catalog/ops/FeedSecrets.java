package io.shopoms.catalog.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.feed.config.ConnectionType;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The secret members of a configuration's credentials, which go a way of their own. */
final class FeedSecrets {

    private final Map<String, String> given = new TreeMap<>();
    private final Set<String> mentioned = new HashSet<>();

    FeedSecrets(JsonNode config) {
        JsonNode credentials = config.path("credentials");
        for (String name : ConnectionType.SECRETS) {
            if (credentials.has(name)) {
                mentioned.add(name);
                if (credentials.path(name).isTextual()
                        && !credentials.path(name).asText().isEmpty()) {
                    given.put(name, credentials.path(name).asText());
                }
            }
        }
    }

    boolean areMentioned() {
        return !mentioned.isEmpty();
    }

    Map<String, String> given() {
        return given;
    }

    /** Those that were not mentioned stay as they were. */
    Map<String, String> over(Supplier<Map<String, String>> before) {
        if (mentioned.containsAll(ConnectionType.SECRETS)) {
            return given;
        }
        Map<String, String> secrets = new TreeMap<>(before.get());
        secrets.keySet().removeIf(mentioned::contains);
        secrets.putAll(given);
        return secrets;
    }

    static JsonNode without(ObjectNode config) {
        if (config.path("credentials") instanceof ObjectNode credentials) {
            credentials.remove(ConnectionType.SECRETS);
        }
        return config;
    }
}

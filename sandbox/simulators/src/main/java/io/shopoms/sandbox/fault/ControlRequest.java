package io.shopoms.sandbox.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the control API.
 *
 * @param path values of the path's {@code :names}
 * @param query the first value of each query parameter
 * @param body the JSON body; an empty object if there was none
 */
public record ControlRequest(Map<String, String> path, Map<String, String> query, JsonNode body) {

    public long id(String name) {
        try {
            return Long.parseLong(path.get(name));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number");
        }
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(body.get(field))
                .filter(node -> !node.isNull())
                .map(JsonNode::asText);
    }

    public int number(String field, int otherwise) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            throw new IllegalArgumentException(field + " must be a whole number");
        }
        return node.intValue();
    }

    public boolean flag(String field, boolean otherwise) {
        JsonNode node = body.get(field);
        if (node == null || node.isNull()) {
            return otherwise;
        }
        if (!node.isBoolean()) {
            throw new IllegalArgumentException(field + " must be true or false");
        }
        return node.booleanValue();
    }
}

package io.shopoms.sync.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the {@code userErrors} of a mutation's payload. */
public final class UserErrors {

    /** One error. {@code field} is the path joined by dots; {@code code} is absent on older mutations. */
    public record UserError(Optional<String> code, String field, String message) {}

    private UserErrors() {}

    /** All errors of a payload, in order; empty for a payload without any. */
    public static List<UserError> of(JsonNode payload) {
        List<UserError> errors = new ArrayList<>();
        // orderCancel and a few others have a list of their own beside the common one.
        payload.fields().forEachRemaining(field -> {
            if (field.getKey().equals("userErrors") || field.getKey().endsWith("UserErrors")) {
                read(field.getValue(), errors);
            }
        });
        return List.copyOf(errors);
    }

    private static void read(JsonNode list, List<UserError> errors) {
        for (JsonNode error : list) {
            List<String> path = new ArrayList<>();
            error.path("field").forEach(part -> path.add(part.asText()));
            errors.add(new UserError(
                    Optional.ofNullable(error.path("code").textValue()),
                    String.join(".", path),
                    error.path("message").asText()));
        }
    }
}

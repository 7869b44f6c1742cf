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
        for (JsonNode error : payload.path("userErrors")) {
            List<String> path = new ArrayList<>();
            error.path("field").forEach(part -> path.add(part.asText()));
            errors.add(new UserError(
                    Optional.ofNullable(error.path("code").textValue()),
                    String.join(".", path),
                    error.path("message").asText()));
        }
        return errors;
    }
}

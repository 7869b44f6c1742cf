package io.shopoms.sandbox.shopify.order;

import java.util.List;
import java.util.Optional;

/** What a mutation came to: its record, or why it was refused. */
public record Outcome<T>(Optional<T> value, List<UserError> userErrors) {

    static <T> Outcome<T> of(T value) {
        return new Outcome<>(Optional.of(value), List.of());
    }

    static <T> Outcome<T> refused(List<String> field, String message) {
        return new Outcome<>(Optional.empty(), List.of(new UserError(field, message)));
    }
}

package io.shopoms.catalog.product;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One field that differs, as people read it.
 *
 * @param variant the option values of the variant; empty for a field of the product
 * @param name the field's name in API answers, such as {@code title} or {@code metafield custom.care}
 * @param before absent for what was not stated
 * @param after absent for what is taken away
 */
public record FieldChange(
        ProductField field,
        Optional<List<String>> variant,
        String name,
        Optional<String> before,
        Optional<String> after) {

    public FieldChange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(name, "name");
    }
}

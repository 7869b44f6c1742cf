package io.shopoms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A stock keeping unit as the merchant wrote it: Shopify's {@code sku}, Odoo's {@code default_code}. Outer blanks are
 * dropped, case and inner blanks are kept: both systems tell {@code a-1} from {@code A-1}.
 */
public record Sku(@JsonValue String value) {

    /** @throws IllegalArgumentException if {@code value} is null or blank */
    @JsonCreator
    public Sku {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("a SKU is empty");
        }
        value = value.strip();
    }

    @Override
    public String toString() {
        return value;
    }
}

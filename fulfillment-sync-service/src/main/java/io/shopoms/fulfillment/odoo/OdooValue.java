package io.shopoms.fulfillment.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.odoo.OdooDateTime;
import java.math.BigDecimal;
import java.time.Instant;

/** Odoo's spelling of values: {@code false} for everything empty, floats for quantities. */
final class OdooValue {

    private OdooValue() {}

    /** Null if empty. */
    static String text(JsonNode value) {
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    /** Null if empty. */
    static Instant instant(JsonNode value) {
        return OdooDateTime.read(value).orElse(null);
    }

    static BigDecimal decimal(JsonNode value) {
        BigDecimal plain = value.isNumber() ? value.decimalValue().stripTrailingZeros() : BigDecimal.ZERO;
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}

package io.shopoms.catalog.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.odoo.OdooDateTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Odoo's spelling of values: {@code false} for everything empty, floats for amounts. */
final class OdooValue {

    private OdooValue() {}

    static String text(JsonNode record, String field) {
        return record.path(field).isTextual() ? record.path(field).textValue() : "";
    }

    static BigDecimal number(JsonNode record, String field) {
        return record.path(field).isNumber() ? record.path(field).decimalValue() : BigDecimal.ZERO;
    }

    static boolean flag(JsonNode record, String field) {
        return record.path(field).asBoolean(false);
    }

    static Instant instant(JsonNode record, String field) {
        return OdooDateTime.read(record.path(field)).orElse(Instant.EPOCH);
    }

    /** The ids of a to-many field, whether it was read as bare ids or as records. */
    static List<Long> ids(JsonNode record, String field) {
        List<Long> ids = new ArrayList<>();
        record.path(field).forEach(each -> ids.add(id(each)));
        return ids;
    }

    static long id(JsonNode value) {
        return value.isObject() ? value.path("id").asLong() : value.asLong();
    }
}

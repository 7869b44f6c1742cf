package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the fields of Odoo's records, where {@code false} stands for every empty value. */
final class Records {

    private Records() {}

    static long id(JsonNode record) {
        return record.path("id").asLong();
    }

    /** A many2one as a bare id; 0 for none. */
    static long reference(JsonNode record, String field) {
        return record.path(field).isIntegralNumber() ? record.path(field).asLong() : 0;
    }

    static List<Long> references(JsonNode record, String field) {
        List<Long> ids = new ArrayList<>();
        record.path(field).forEach(id -> ids.add(id.asLong()));
        return ids;
    }

    static String text(JsonNode record, String field) {
        return record.path(field).isTextual() ? record.path(field).textValue() : "";
    }

    static BigDecimal number(JsonNode record, String field) {
        return record.path(field).isNumber() ? record.path(field).decimalValue() : BigDecimal.ZERO;
    }
}

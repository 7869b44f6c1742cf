package io.shopoms.sync.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A search domain: conditions that must all hold. Values are text, numbers, booleans or lists of these. */
public record Domain(List<List<Object>> conditions) {

    public Domain {
        conditions = List.copyOf(conditions);
    }

    public static Domain all() {
        return new Domain(List.of());
    }

    public static Domain where(String field, String operator, Object value) {
        return all().and(field, operator, value);
    }

    public Domain and(String field, String operator, Object value) {
        List<List<Object>> more = new ArrayList<>(conditions);
        more.add(List.of(field, operator, Objects.requireNonNull(value, field)));
        return new Domain(more);
    }
}

package io.shopoms.sandbox.odoo.orm;

import java.util.Map;

/** The {@code context} of a call. */
public record Context(Map<String, Object> values) {

    public static final Context EMPTY = new Context(Map.of());

    public boolean isTrue(String key) {
        return Python.isTrue(values.get(key));
    }

    public Object get(String key) {
        return values.get(key);
    }

    public String text(String key, String otherwise) {
        Object value = values.get(key);
        return Python.isTrue(value) ? String.valueOf(value) : otherwise;
    }

    /** Archived records are hidden unless {@code active_test} says otherwise. */
    boolean hidesArchived() {
        return !values.containsKey("active_test") || isTrue("active_test");
    }
}

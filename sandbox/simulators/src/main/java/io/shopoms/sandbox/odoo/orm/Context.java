package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code context} of a call. */
public record Context(Map<String, Object> values) {

    private static final String DEFAULT = "default_";

    public static final Context EMPTY = new Context(Map.of());

    public boolean isTrue(String key) {
        return Python.isTrue(values.get(key));
    }

    /** The same with one more value. */
    public Context and(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Context(more);
    }

    /** Whether a switch is on that is on unless the context turns it off. */
    public boolean isOn(String key) {
        return !values.containsKey(key) || isTrue(key);
    }

    public Object get(String key) {
        return values.get(key);
    }

    public String text(String key, String otherwise) {
        Object value = values.get(key);
        return Python.isTrue(value) ? String.valueOf(value) : otherwise;
    }

    /** The values of the keys {@code default_<field>}, by field. They reach sub-records, too, as in Odoo. */
    Map<String, Object> defaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(DEFAULT)) {
                defaults.put(key.substring(DEFAULT.length()), value);
            }
        });
        return defaults;
    }

    /** Archived records are hidden unless {@code active_test} says otherwise. */
    boolean hidesArchived() {
        return isOn("active_test");
    }
}

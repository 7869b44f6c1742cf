package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Turns rows into what a caller reads: {@code false} for empty, {@code [id, name]} for a many2one. */
final class Reading {

    private Reading() {}

    /** @param named whether a many2one is shown with its name */
    static List<Object> read(Env env, Model model, List<Record> rows, List<String> names, boolean named) {
        List<Field> fields = fields(model, names);
        List<Object> result = new ArrayList<>(rows.size());
        for (Record row : rows) {
            addUnlessMissing(result, () -> {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("id", row.id());
                fields.forEach(field -> shown.put(field.name(), show(env, field, env.get(row, field), named)));
                return shown;
            });
        }
        return result;
    }

    /** As in Odoo, a value that needs a record that is not there takes its row out of the answer without a word. */
    private static void addUnlessMissing(List<Object> rows, Supplier<Object> row) {
        try {
            rows.add(row.get());
        } catch (OdooException e) {
            if (!e.isMissing()) {
                throw e;
            }
        }
    }

    /** @param specification field → {} or {"fields": {…}} for the records behind it */
    static List<Object> nested(Env env, Model model, List<Record> rows, Map<?, ?> specification) {
        check(env, model, specification);
        List<Object> result = new ArrayList<>(rows.size());
        for (Record row : rows) {
            addUnlessMissing(result, () -> nested(env, row, specification));
        }
        return result;
    }

    private static void check(Env env, Model model, Map<?, ?> specification) {
        specification.forEach((key, sub) -> {
            Field field = model.field(String.valueOf(key));
            if (field == null) {
                throw OdooException.value("Invalid field '" + key + "' on '" + model.name() + "'");
            }
            if (field.type().isRelational()
                    && sub instanceof Map<?, ?> map
                    && map.get("fields") instanceof Map<?, ?> below) {
                check(env, env.model(field.comodel()), below);
            }
        });
    }

    private static Map<String, Object> nested(Env env, Record row, Map<?, ?> specification) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.id());
        specification.forEach((key, sub) -> {
            Field field = row.model().field(String.valueOf(key));
            Object inner = sub instanceof Map<?, ?> map ? map.get("fields") : null;
            Object value = env.get(row, field);
            if (!(inner instanceof Map<?, ?> fields) || !field.type().isRelational() || value == null) {
                shown.put(field.name(), show(env, field, value, false));
            } else if (field.type() == Type.MANY2ONE) {
                shown.put(field.name(), nested(env, env.require(field.comodel(), (Long) value), fields));
            } else {
                shown.put(field.name(), several(env, field, env.many(row, field.name()), (Map<?, ?>) sub, fields));
            }
        });
        return shown;
    }

    /** Sorted as the specification says; those beyond its limit show their ids alone. */
    private static List<Object> several(Env env, Field field, List<Record> rows, Map<?, ?> sub, Map<?, ?> fields) {
        List<Record> sorted = sub.get("order") instanceof String order
                ? Order.sort(env, env.model(field.comodel()), rows, order)
                : rows;
        long limit = sub.get("limit") instanceof Number number ? number.longValue() : sorted.size();
        List<Object> shown = new ArrayList<>(sorted.size());
        for (Record row : sorted) {
            shown.add(shown.size() < limit ? nested(env, row, fields) : Map.of("id", row.id()));
        }
        return shown;
    }

    private static List<Field> fields(Model model, List<String> names) {
        if (names.isEmpty()) {
            return model.fields().stream().toList();
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = model.field(name);
            if (field == null) {
                throw OdooException.value("Invalid field '" + name + "' on '" + model.name() + "'");
            }
            fields.add(field);
        }
        return fields;
    }

    static Object show(Env env, Field field, Object value, boolean named) {
        if (value == null) {
            return field.type().isDecimal() ? (Object) 0.0 : false;
        }
        if (value instanceof BigDecimal number) {
            return number.doubleValue();
        }
        if (value instanceof Instant instant) {
            return Moments.show(instant);
        }
        if (field.type() == Type.BINARY && env.context().isTrue("bin_size")) {
            return Images.size((String) value);
        }
        if (field.type() == Type.MANY2ONE && named) {
            Record target = env.find(field.comodel(), (Long) value);
            return target == null ? (Object) false : List.of(value, env.display(target));
        }
        return value instanceof java.time.LocalDate ? value.toString() : value;
    }
}

package io.shopoms.sandbox.odoo.orm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Named arguments of one call. */
public record Arguments(Map<String, Object> values) {

    /** Binds the arguments to a method's parameters as Python does. */
    void bind(Method method) {
        Set<String> known =
                method.parameters().stream().map(Method.Parameter::name).collect(Collectors.toSet());
        for (Method.Parameter parameter : method.parameters()) {
            if (!parameter.optional() && !values.containsKey(parameter.name())) {
                throw OdooException.unprocessable("missing a required argument: '" + parameter.name() + "'");
            }
        }
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw OdooException.unprocessable("got an unexpected keyword argument '" + name + "'");
            }
        }
    }

    public Object get(String name) {
        return values.get(name);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A list argument; absent, null and false are empty. */
    public List<?> list(String name) {
        Object value = values.get(name);
        if (!Python.isTrue(value)) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw OdooException.type("'" + name + "' is not a list: " + Python.repr(value));
    }

    public List<String> names(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> map(String name) {
        Object value = values.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw OdooException.python(
                "AttributeError", "'" + Python.typeName(value) + "' object has no attribute 'items'");
    }

    /** A whole number; absent or false is 0. */
    public int number(String name) {
        Object value = values.get(name);
        if (!Python.isTrue(value)) {
            return 0;
        }
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw new OdooException(
                500,
                "psycopg2.errors.InvalidTextRepresentation",
                "invalid input syntax for type bigint: \"" + value + "\"\n");
    }

    public String text(String name) {
        Object value = values.get(name);
        return Python.isTrue(value) ? String.valueOf(value) : "";
    }
}

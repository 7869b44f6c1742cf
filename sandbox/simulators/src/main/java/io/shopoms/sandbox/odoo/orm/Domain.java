package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** A parsed search domain. */
sealed interface Domain {

    /** All must hold. */
    record And(List<Domain> parts) implements Domain {}

    /** One must hold. */
    record Or(List<Domain> parts) implements Domain {}

    record Not(Domain part) implements Domain {}

    /** Always or never. */
    record Constant(boolean value) implements Domain {}

    /** A condition on a field, which may be a path such as {@code country_id.code}. */
    record Leaf(List<String> path, String operator, Object value) implements Domain {}

    /** A condition that sees archived records, too. */
    record Everywhere(Leaf part) implements Domain {}

    Set<String> OPERATORS = Set.of(
            "=",
            "!=",
            "<>",
            "<",
            ">",
            "<=",
            ">=",
            "in",
            "not in",
            "like",
            "ilike",
            "not like",
            "not ilike",
            "=like",
            "=ilike",
            "child_of",
            "parent_of");

    /** Reads Odoo's prefix notation; neighbours without an operator are joined by "and". */
    static Domain parse(Env env, Model model, List<?> items) {
        List<Object> rest = new ArrayList<>(items);
        Collections.reverse(rest);
        List<Domain> parts = new ArrayList<>();
        while (!rest.isEmpty()) {
            parts.add(next(env, model, rest));
        }
        return new And(parts);
    }

    private static Domain next(Env env, Model model, List<Object> rest) {
        if (rest.isEmpty()) {
            throw OdooException.value("Domain() missing term");
        }
        Object item = rest.remove(rest.size() - 1);
        if ("&".equals(item)) {
            return new And(List.of(next(env, model, rest), next(env, model, rest)));
        }
        if ("|".equals(item)) {
            return new Or(List.of(next(env, model, rest), next(env, model, rest)));
        }
        if ("!".equals(item)) {
            return new Not(next(env, model, rest));
        }
        if (item instanceof List<?> leaf && leaf.size() == 3) {
            return leaf(env, model, leaf);
        }
        throw OdooException.value("Domain() invalid item in domain: " + Python.repr(item));
    }

    private static Domain leaf(Env env, Model model, List<?> leaf) {
        String shown = "(" + Python.repr(leaf.get(0)) + ", " + Python.repr(leaf.get(1)) + ", "
                + Python.repr(leaf.get(2)) + ")";
        if (leaf.get(0) instanceof Number left && leaf.get(2) instanceof Number right) {
            return new Constant(left.longValue() == right.longValue() == "=".equals(leaf.get(1)));
        }
        if (!(leaf.get(0) instanceof String name) || !(leaf.get(1) instanceof String given)) {
            throw OdooException.type("Domain() invalid item in domain: " + shown);
        }
        String operator = given.equals("<>") ? "!=" : given;
        if (!OPERATORS.contains(operator)) {
            throw OdooException.value("Invalid operator in condition " + shown);
        }
        List<String> path = List.of(name.split("\\."));
        Model at = model;
        for (int i = 0; i < path.size(); i++) {
            Field field = at == null ? null : at.field(path.get(i));
            if (field == null) {
                throw OdooException.value("Invalid field " + model.name() + "." + name + " in condition " + shown);
            }
            if (field.isUnsearchable()) {
                throw OdooException.value(
                        "Cannot convert " + at.name() + "." + field.name() + " to SQL because it is not stored");
            }
            at = field.type().isRelational() ? env.model(field.comodel()) : null;
            if (i == path.size() - 1) {
                checkMoment(field, leaf.get(2));
            }
        }
        List<String> instead = model.field(path.get(0)).searchPath();
        return instead == null
                ? new Leaf(path, operator, moment(at(env, model, path), leaf.get(2)))
                : new Everywhere(new Leaf(instead, operator, leaf.get(2)));
    }

    private static Field at(Env env, Model model, List<String> path) {
        Field field = model.field(path.get(0));
        for (String name : path.subList(1, path.size())) {
            field = env.model(field.comodel()).field(name);
        }
        return field;
    }

    /** Read once, not for each row. */
    private static Object moment(Field field, Object value) {
        return value instanceof String text && field.type() == Type.DATETIME ? Moments.parseInDomain(text) : value;
    }

    /** A date that cannot be read is refused even if no row is there to be compared with it. */
    private static void checkMoment(Field field, Object value) {
        if (value instanceof String text && field.type() == Type.DATETIME) {
            Moments.parseInDomain(text);
        } else if (value instanceof String text && field.type() == Type.DATE) {
            Moments.parseDate(text);
        }
    }

    /** Whether a field is mentioned, at the top or below. */
    default boolean mentions(String field) {
        if (this instanceof And and) {
            return and.parts().stream().anyMatch(p -> p.mentions(field));
        }
        if (this instanceof Or or) {
            return or.parts().stream().anyMatch(p -> p.mentions(field));
        }
        if (this instanceof Not not) {
            return not.part().mentions(field);
        }
        return this instanceof Leaf leaf && leaf.path().get(0).equals(field);
    }
}

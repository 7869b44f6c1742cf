package io.shopoms.sandbox.odoo.orm;

import java.util.Arrays;
import java.util.List;

/**
 * What rows are grouped by: a field, or one of the record that a many2one points to.
 *
 * @param name as the caller gave it
 * @param first the row's own field
 * @param last the field whose values make the groups; the same unless the name is a path
 */
record GroupKey(String name, Field first, Field last) {

    static GroupKey of(Env env, Model model, String name) {
        String[] path = name.split("\\.");
        Field first = field(model, path[0], name);
        Field last = path.length == 1 ? first : field(env.model(first.comodel()), path[1], name);
        return new GroupKey(name, first, last);
    }

    private static Field field(Model model, String name, String given) {
        Field field = model == null ? null : model.field(name);
        if (field == null) {
            throw OdooException.value("Invalid field '" + given + "' on '" + (model == null ? "" : model.name()) + "'");
        }
        return field;
    }

    Object of(Env env, Record row) {
        if (first == last) {
            return env.get(row, first);
        }
        Record target = env.follow(row, first.name());
        return target == null ? null : env.get(target, last);
    }

    /** The part of a domain that finds the group's rows. @param value as it is shown; false for none */
    List<Object> condition(Object value) {
        if (first == last) {
            return List.of(Arrays.asList(first.name(), "=", value));
        }
        List<Object> known = Arrays.asList(first.name(), "any", List.of(Arrays.asList(last.name(), "=", value)));
        return Boolean.FALSE.equals(value)
                ? List.of("|", Arrays.asList(first.name(), "not any", List.of()), known)
                : List.of(known);
    }
}

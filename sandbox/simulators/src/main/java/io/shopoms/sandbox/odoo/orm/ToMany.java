package io.shopoms.sandbox.odoo.orm;

import java.util.List;
import java.util.Objects;

/** The records behind a one2many or many2many: in their model's order, archived ones hidden behind a one2many. */
final class ToMany {

    private ToMany() {}

    static List<Long> behind(Env env, Record row, Field field) {
        List<Record> shown = env.by(field.comodel(), field.inverse(), row.id()).stream()
                .filter(target -> field.shows(env, target) && isShown(env, target))
                .toList();
        return Order.ids(env, field.comodel(), shown);
    }

    private static boolean isShown(Env env, Record target) {
        return target.model().field("active") == null || !env.context().hidesArchived() || env.flag(target, "active");
    }

    /** The value as it is, unless it is a list of several ids. */
    static Object sorted(Env env, Field field, Object value) {
        if (field.type() != Type.MANY2MANY || !(value instanceof List<?> ids) || ids.size() < 2) {
            return value;
        }
        List<Record> targets = ids.stream()
                .map(id -> env.find(field.comodel(), (Long) id))
                .filter(Objects::nonNull)
                .toList();
        return Order.ids(env, field.comodel(), targets);
    }
}

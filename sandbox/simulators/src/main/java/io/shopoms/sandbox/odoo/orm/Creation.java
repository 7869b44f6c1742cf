package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How a record comes to be: rules, defaults, values, sub-records, constraints, rules. */
final class Creation {

    private Creation() {}

    static Record create(Env env, Model model, Map<String, Object> values) {
        for (String name : values.keySet()) {
            if (model.field(name) == null) {
                throw OdooException.value("Invalid field '" + name + "' in '" + model.name() + "'");
            }
        }
        values.keySet().removeIf(name -> model.field(name).isIgnoredOnCreate());
        env.context().defaults().forEach((name, value) -> {
            if (model.field(name) != null) {
                values.putIfAbsent(name, value);
            }
        });
        Set<String> given = new LinkedHashSet<>(values.keySet());
        model.rules().beforeCreate(env, values);
        Record row = env.insert(model);
        stamp(env, row);
        Map<Field, Object> commands = new LinkedHashMap<>();
        for (Field field : model.fields()) {
            boolean has = values.containsKey(field.name());
            Object value = has ? values.get(field.name()) : field.defaultValue(env);
            if (field.type().isToMany() && field.compute() == null) {
                init(env, row, field);
                if (value != null) {
                    commands.put(field, value);
                }
            } else if (field.isStored() && (has || !isStamp(field))) {
                env.store(row, field.name(), Values.stored(env, model, field, value));
            } else if (has && field.delegate() != null) {
                env.set(row, field.name(), Values.stored(env, model, field, value));
            }
        }
        commands.forEach((field, value) -> Commands.apply(env, row, field, value));
        Constraints.check(env, row);
        model.rules().afterCreate(env, row, given);
        return row;
    }

    private static void init(Env env, Record row, Field field) {
        if (field.type() == Type.MANY2MANY && field.isStored()) {
            env.store(row, field.name(), Values.empty(field));
        }
    }

    private static boolean isStamp(Field field) {
        return switch (field.name()) {
            case "create_uid", "create_date", "write_uid", "write_date" -> true;
            default -> false;
        };
    }

    private static void stamp(Env env, Record row) {
        env.store(row, "create_uid", env.user().id());
        env.store(row, "create_date", env.now());
        env.touch(row);
    }
}

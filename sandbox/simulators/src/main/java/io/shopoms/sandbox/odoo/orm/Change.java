package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a record is written: rules, values, commands, constraints, rules. */
final class Change {

    private Change() {}

    static void write(Env env, Record row, Map<String, Object> values) {
        Model model = row.model();
        for (String name : values.keySet()) {
            if (model.field(name) == null) {
                throw OdooException.python("KeyError", name);
            }
        }
        model.rules().beforeWrite(env, row, values);
        Map<String, Object> before = new LinkedHashMap<>();
        Map<Field, Object> commands = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Field field = model.field(name);
            if (field.compute() != null) {
                return;
            }
            before.put(name, env.get(row, field));
            if (field.type().isToMany()) {
                commands.put(field, value);
            } else {
                env.set(row, name, Values.stored(env, model, field, value));
            }
        });
        env.touch(row);
        commands.forEach((field, value) -> Commands.apply(env, row, field, value));
        Constraints.check(env, row);
        model.rules().afterWrite(env, row, before);
    }
}

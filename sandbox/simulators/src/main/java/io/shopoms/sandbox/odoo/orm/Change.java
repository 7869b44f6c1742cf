package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How a record is written: rules, values, commands, constraints, rules. */
final class Change {

    /** Models of which Odoo looks at the written fields itself, before it asks whether they exist. */
    private static final Set<String> LOOKED_AT = Set.of("res.partner", "account.move");

    private Change() {}

    private static OdooException unknown(Model model, String field) {
        return LOOKED_AT.contains(model.name())
                ? OdooException.python("KeyError", field)
                : OdooException.value("Invalid field '" + field + "' in '" + model.name() + "'");
    }

    static void write(Env env, Record row, Map<String, Object> values) {
        Model model = row.model();
        for (String name : values.keySet()) {
            if (model.field(name) == null) {
                throw unknown(model, name);
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

package io.shopoms.sandbox.odoo.orm;

import java.util.List;
import java.util.Objects;

/** What the database refuses: empty required columns and doubled unique values. */
final class Constraints {

    private Constraints() {}

    static void check(Env env, Record row) {
        Model model = row.model();
        for (Field field : model.fields()) {
            if (field.isRequired() && field.isStored() && env.get(row, field) == null) {
                throw missing(model, field);
            }
        }
        for (Model.Unique unique : model.uniques()) {
            checkUnique(env, row, unique);
        }
    }

    private static OdooException missing(Model model, Field field) {
        String text = "Missing required value for the field '%s' (%s).%nModel: '%s' (%s)%n"
                + "- create/update: a mandatory field is not set%n"
                + "- delete: another model requires the record being deleted, you can archive it instead%n";
        return OdooException.constraint(String.format(
                        text.replace("%n", "\n"), field.label(), field.name(), model.label(), model.name()))
                .of(field.name());
    }

    private static void checkUnique(Env env, Record row, Model.Unique unique) {
        List<Object> mine = unique.fields().stream().map(f -> env.get(row, f)).toList();
        if (mine.stream().anyMatch(Objects::isNull)) {
            return;
        }
        String first = unique.fields().get(0);
        for (Record other : env.by(row.model().name(), first, mine.get(0))) {
            if (other != row
                    && unique.fields().stream()
                            .map(f -> env.get(other, f))
                            .toList()
                            .equals(mine)) {
                throw OdooException.constraint(unique.message());
            }
        }
    }
}

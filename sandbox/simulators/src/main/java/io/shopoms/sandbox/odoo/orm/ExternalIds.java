package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ir.model.data}: the unique names of records. */
public final class ExternalIds {

    public static final String MODEL = "ir.model.data";

    private ExternalIds() {}

    public static Model model() {
        return new Model(MODEL, "Model Data")
                .with(
                        Field.text("module", "Module").required(),
                        Field.text("name", "External Identifier").required(),
                        Field.text("complete_name", "Complete ID").indexed(),
                        Field.text("model", "Model Name").required(),
                        Field.integer("res_id", "Record ID"),
                        Field.text("reference", "Reference").indexed(),
                        Field.flag("noupdate", "Non Updatable"))
                .shownAs((env, r) -> env.text(r, "complete_name"))
                .with(Method.onModel(
                        "check_object_reference",
                        (env, model, ids, args) -> reference(env, args.text("module") + "." + args.text("xml_id")),
                        "module",
                        "xml_id",
                        "raise_on_access_error?"));
    }

    private static Object reference(Env env, String xid) {
        Record entry = entry(env, xid);
        if (entry == null) {
            throw OdooException.value("External ID not found in the system: " + xid);
        }
        return List.of(env.text(entry, "model"), env.get(entry, "res_id"));
    }

    /** The full form of a name that may lack its module. */
    static String qualified(Env env, String xid) {
        return xid.contains(".") ? xid : env.context().text("module", "__import__") + "." + xid;
    }

    /** The entry of that name, or null. */
    static Record entry(Env env, String xid) {
        List<Record> found = env.by(MODEL, "complete_name", xid);
        return found.isEmpty() ? null : found.get(0);
    }

    /** The record of that name, or null; a name of another model's record is a failure. */
    static Record record(Env env, String xid, String model) {
        Record entry = entry(env, xid);
        if (entry == null) {
            return null;
        }
        if (!env.text(entry, "model").equals(model)) {
            throw OdooException.value("Invalid external ID %s: expected model '%s', found '%s'"
                    .formatted(xid, model, env.text(entry, "model")));
        }
        return env.find(model, (Long) env.get(entry, "res_id"));
    }

    /** Names a record; a name in use moves to it. */
    public static void put(Env env, String xid, Record row, boolean noupdate) {
        int dot = xid.indexOf('.');
        String name = xid.substring(dot + 1);
        if (name.contains(" ")) {
            throw OdooException.constraint(
                    "new row for relation \"ir_model_data\" violates check constraint \"ir_model_data_name_nospaces\"\n"
                            + "DETAIL:  Failing row contains (" + row.id() + ", " + name + ", "
                            + row.model().name() + ").\n");
        }
        Record entry = entry(env, xid);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", row.model().name());
        values.put("res_id", row.id());
        values.put("reference", reference(row));
        if (entry == null) {
            values.put("module", xid.substring(0, dot));
            values.put("name", name);
            values.put("complete_name", xid);
            values.put("noupdate", noupdate);
            env.create(MODEL, values);
            return;
        }
        env.transaction().requireVisible(entry);
        if (!env.text(entry, "reference").equals(reference(row))) {
            env.write(entry, values);
        }
    }

    static void forget(Env env, Record row) {
        if (!row.model().name().equals(MODEL)) {
            env.by(MODEL, "reference", reference(row)).forEach(env::unlink);
        }
    }

    /** The first external id of a row; empty if it has none. */
    public static String nameOf(Env env, Record row) {
        List<Record> names = of(env, row);
        return names.isEmpty() ? "" : env.text(names.get(0), "complete_name");
    }

    static List<Record> of(Env env, Record row) {
        return env.by(MODEL, "reference", reference(row));
    }

    private static String reference(Record row) {
        return row.model().name() + "," + row.id();
    }
}

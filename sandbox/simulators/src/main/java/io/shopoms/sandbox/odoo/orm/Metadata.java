package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code get_metadata}: who made and changed a record, and its external ids; missing records are left out. */
final class Metadata {

    private Metadata() {}

    static Object read(Env env, Model model, List<Long> ids, Arguments args) {
        List<Object> answer = new ArrayList<>();
        for (Record row : StandardMethods.existing(env, model, ids)) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("id", row.id());
            for (String stamp : List.of("create_uid", "create_date", "write_uid", "write_date")) {
                Field field = model.field(stamp);
                shown.put(stamp, Reading.show(env, field, env.get(row, field), true));
            }
            List<Map<String, Object>> names = names(env, row);
            shown.put("xmlid", names.isEmpty() ? (Object) false : names.get(0).get("xmlid"));
            shown.put(
                    "noupdate", names.isEmpty() ? (Object) false : names.get(0).get("noupdate"));
            shown.put("xmlids", names);
            answer.add(shown);
        }
        return answer;
    }

    /** One name for each record, by its id; empty for those without. */
    static Object externalIds(Env env, Model model, List<Long> ids, Arguments args) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (Record row : StandardMethods.existing(env, model, ids)) {
            answer.put(String.valueOf(row.id()), ExternalIds.nameOf(env, row));
        }
        return answer;
    }

    private static List<Map<String, Object>> names(Env env, Record row) {
        List<Map<String, Object>> names = new ArrayList<>();
        for (Record entry : ExternalIds.of(env, row)) {
            Map<String, Object> name = new LinkedHashMap<>();
            name.put("xmlid", env.text(entry, "complete_name"));
            name.put("noupdate", env.flag(entry, "noupdate"));
            names.add(name);
        }
        return names;
    }
}

package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table of a {@code load} call, cut into records: continuation rows hold nothing but cells of one2many columns. */
final class Sheet {

    /** The path element of a record that is named by its display name. */
    static final String BY_NAME = "";

    private Sheet() {}

    /** @param from index of the first row, {@code to} of the last */
    record Extract(Map<String, Object> cells, int from, int to) {}

    static List<String> path(String column) {
        String fixed = column.replaceAll("([^/])\\.id", "$1/.id").replaceAll("([^/]):id", "$1/id");
        return List.of(fixed.split("/"));
    }

    static List<Extract> extract(Env env, Model model, List<List<String>> paths, List<List<?>> rows) {
        for (List<String> path : paths) {
            String name = path.get(0);
            if (!name.equals(BY_NAME) && !name.equals(".id") && model.field(name) == null) {
                throw OdooException.value("Invalid field name '" + name + "'");
            }
        }
        List<Extract> records = new ArrayList<>();
        int index = 0;
        while (index < rows.size()) {
            int end = index + 1;
            while (end < rows.size() && continues(model, paths, rows.get(end))) {
                end++;
            }
            records.add(new Extract(record(env, model, paths, rows.subList(index, end)), index, end - 1));
            index = end;
        }
        return records;
    }

    private static Map<String, Object> record(Env env, Model model, List<List<String>> paths, List<List<?>> rows) {
        Map<String, Object> record = new LinkedHashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            String name = paths.get(i).get(0);
            Field field = model.field(name);
            if (field == null || !field.type().isRelational()) {
                record.put(name, cell(rows.get(0), i));
            } else if (!record.containsKey(name)) {
                record.put(name, related(env, field, paths, rows));
            }
        }
        return record;
    }

    private static List<Map<String, Object>> related(
            Env env, Field field, List<List<String>> paths, List<List<?>> rows) {
        List<Integer> columns = new ArrayList<>();
        List<List<String>> below = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            List<String> path = paths.get(i);
            if (path.get(0).equals(field.name())) {
                columns.add(i);
                below.add(path.size() == 1 ? List.of(BY_NAME) : path.subList(1, path.size()));
            }
        }
        List<List<?>> cells = new ArrayList<>();
        for (List<?> row : rows) {
            List<Object> part = new ArrayList<>();
            columns.forEach(column -> part.add(cell(row, column)));
            if (part.stream().anyMatch(Python::isTrue)) {
                cells.add(part);
            }
        }
        return extract(env, env.model(field.comodel()), below, cells).stream()
                .map(Extract::cells)
                .toList();
    }

    private static boolean continues(Model model, List<List<String>> paths, List<?> row) {
        boolean lines = false;
        for (int i = 0; i < paths.size(); i++) {
            if (Python.isTrue(cell(row, i))) {
                Field field = model.field(paths.get(i).get(0));
                if (field == null || field.type() != Type.ONE2MANY) {
                    return false;
                }
                lines = true;
            }
        }
        return lines;
    }

    private static Object cell(List<?> row, int column) {
        if (column >= row.size()) {
            throw OdooException.python("IndexError", "list index out of range");
        }
        return row.get(column);
    }

    static boolean isReference(String name) {
        return Objects.equals(name, BY_NAME) || name.equals("id") || name.equals(".id");
    }
}

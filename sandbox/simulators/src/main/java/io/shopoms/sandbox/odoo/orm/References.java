package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the records that cells name: by database id, by external id, or by name. */
final class References {

    private final Env env;
    private final Consumer<String> beforeExternalId;
    private final Consumer<String> beforeName;

    /**
     * @param beforeExternalId may write a waiting record of the same call that carries this external id
     * @param beforeName the same for a look-up by name in a model
     */
    References(Env env, Consumer<String> beforeExternalId, Consumer<String> beforeName) {
        this.env = env;
        this.beforeExternalId = beforeExternalId;
        this.beforeName = beforeName;
    }

    /** The id that a many2one cell means, or false. */
    Object one(Field field, Map<String, Object> cell) {
        String kind = kind(cell);
        Long id = find(field, kind, cell.get(kind));
        return id == null ? (Object) false : id;
    }

    /** The ids of a many2many cell, which separates them by commas. */
    List<Long> several(Field field, Map<String, Object> cell) {
        String kind = kind(cell);
        if (!(cell.get(kind) instanceof String text)) {
            throw OdooException.python(
                    "AttributeError", "'" + Python.typeName(cell.get(kind)) + "' object has no attribute 'split'");
        }
        List<Long> ids = new ArrayList<>();
        for (String part : text.split(",")) {
            Long id = find(field, kind, part);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The id of the existing sub-record; null if it is to be created, its external id then being among the values. */
    Long line(Field field, Map<String, Object> line, Map<String, Object> values) {
        List<String> kinds = line.keySet().stream().filter(Sheet::isReference).toList();
        if (kinds.isEmpty()) {
            return null;
        }
        if (kinds.size() > 1) {
            throw new CellException(
                    "Ambiguous specification for field '%field', only provide one of name, external id or database id");
        }
        String kind = kinds.get(0);
        try {
            return find(field, kind, line.get(kind));
        } catch (CellException e) {
            if (!kind.equals("id")) {
                throw e;
            }
            values.put("id", line.get("id"));
            return null;
        }
    }

    private static String kind(Map<String, Object> cell) {
        if (cell.keySet().stream().anyMatch(name -> !Sheet.isReference(name))) {
            throw new CellException("Can not create Many-To-One records indirectly, import the field separately");
        }
        if (cell.size() > 1) {
            throw new CellException(
                    "Ambiguous specification for field '%field', only provide one of name, external id or database id");
        }
        return cell.keySet().iterator().next();
    }

    private Long find(Field field, String kind, Object value) {
        return switch (kind) {
            case ".id" -> byDatabaseId(field, value);
            case "id" -> byExternalId(field, value);
            default -> byName(field, String.valueOf(value));
        };
    }

    private Long byDatabaseId(Field field, Object value) {
        if (value instanceof String && !Cells.isTrueWord(value)) {
            return null;
        }
        try {
            long id = Values.whole(value);
            if (env.find(field.comodel(), id) != null) {
                return id;
            }
        } catch (OdooException e) {
            throw new CellException("Invalid database id '" + value + "' for the field '%field'");
        }
        throw noMatch(field, "database id", value, "ir.model.data");
    }

    private Long byExternalId(Field field, Object value) {
        if (!Cells.isTrueWord(value)) {
            return null;
        }
        String xid = ExternalIds.qualified(env, String.valueOf(value));
        beforeExternalId.accept(xid);
        Record row;
        try {
            row = ExternalIds.record(env, xid, field.comodel());
        } catch (OdooException e) {
            throw new CellException(e.getMessage());
        }
        if (row == null) {
            throw noMatch(field, "external id", value, "ir.model.data");
        }
        return row.id();
    }

    private Long byName(Field field, String value) {
        beforeName.accept(field.comodel());
        List<Record> found = Names.find(env, env.model(field.comodel()), value, "=");
        if (found.isEmpty()) {
            throw noMatch(field, "name", value, field.comodel());
        }
        return found.get(0).id();
    }

    private static CellException noMatch(Field field, String kind, Object value, String target) {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("name", "Possible Values");
        action.put("type", "ir.actions.act_window");
        action.put("target", "new");
        action.put("view_mode", "list,form");
        action.put("views", List.of(List.of(false, "list"), List.of(false, "form")));
        action.put("context", Map.of("create", false));
        action.put("help", "See all possible values");
        action.put("res_model", target);
        if (target.equals("ir.model.data")) {
            action.put("domain", List.of(List.of("model", "=", field.comodel())));
        }
        return new CellException(
                "No matching record found for " + kind + " '" + value + "' in field '%field'",
                Map.of("moreinfo", action));
    }
}

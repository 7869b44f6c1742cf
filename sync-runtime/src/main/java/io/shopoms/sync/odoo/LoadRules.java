package io.shopoms.sync.odoo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@link Load} checks of its table: mistakes that Odoo answers with 500, or takes without a word. */
final class LoadRules {

    private LoadRules() {}

    static void check(List<String> fields, List<List<Object>> rows) {
        List<Integer> needed = subRecordIds(fields);
        Set<Object> seen = new HashSet<>();
        for (List<Object> row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells for " + fields.size() + " columns");
            }
            for (int i = 0; i < row.size(); i++) {
                if (!(row.get(i) instanceof String || row.get(i) instanceof Number)) {
                    throw new IllegalArgumentException("the cell of '" + fields.get(i)
                            + "' is neither text nor a number; booleans are written \"1\" and \"0\"");
                }
            }
            externalId(row.get(0), seen);
            needed.forEach(id -> subRecord(fields, row, id));
        }
    }

    private static void externalId(Object cell, Set<Object> seen) {
        if (!(cell instanceof String id) || (id.isEmpty() && seen.isEmpty())) {
            throw new IllegalArgumentException("a load starts with a row that has an external id");
        }
        if (id.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("an external id has no blanks: '" + id + "'");
        }
        if (!id.isEmpty() && !seen.add(id)) {
            throw new IllegalArgumentException("a load has each external id once: " + id);
        }
    }

    private static List<Integer> subRecordIds(List<String> fields) {
        Set<Integer> ids = new HashSet<>();
        for (String field : fields) {
            String[] path = field.split("/");
            if (path.length > 1 && !path[1].equals("id") && !path[1].equals(".id")) {
                int id = fields.indexOf(path[0] + "/id");
                if (id < 0) {
                    throw new IllegalArgumentException("'" + field + "' needs the column '" + path[0] + "/id'");
                }
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private static void subRecord(List<String> fields, List<Object> row, int id) {
        String column = fields.get(id);
        String prefix = column.substring(0, column.length() - "id".length());
        for (int i = 0; i < row.size(); i++) {
            if (row.get(id).equals("")
                    && fields.get(i).startsWith(prefix)
                    && !row.get(i).equals("")) {
                throw new IllegalArgumentException("a row has '" + fields.get(i) + "' but no '" + column + "'");
            }
        }
    }
}

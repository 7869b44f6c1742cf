package io.shopoms.sync.odoo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A table for Odoo's {@code load}. A record starts at a row with a first cell; rows with an empty first cell continue it
 * (order lines, addresses). Booleans are written {@code "1"} and {@code "0"}: Odoo answers 500 to a JSON boolean.
 *
 * <p>Columns of sub-records need the sub-records' own external ids, for instance {@code order_line/id} beside
 * {@code order_line/name}: without it every repetition appends the lines once more.
 *
 * @param model the Odoo model
 * <p>Records that exist are named by their database ids, in a first column {@code .id}; such a table can only be
 * {@link OdooClient#upsert}ed.
 *
 * @param fields the columns; the first is {@code id} or {@code .id}
 * @param rows the cells: text or numbers; an empty text is an empty value
 */
public record Load(String model, List<String> fields, List<List<Object>> rows) {

    private static final String DATABASE_ID = ".id";
    private static final Set<String> KEYS = Set.of("id", DATABASE_ID);

    /** @throws IllegalArgumentException for a table that Odoo would refuse or, worse, would not take as meant */
    public Load {
        Objects.requireNonNull(model, "model");
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        if (fields.isEmpty() || !KEYS.contains(fields.get(0))) {
            throw new IllegalArgumentException("the first column of a load is the external id, 'id', or '.id'");
        }
        LoadRules.check(fields, rows);
    }

    /** Whether it names records that exist by their database ids. */
    boolean byDatabaseId() {
        return fields.get(0).equals(DATABASE_ID);
    }

    /** What names the records, in their order: external ids, or database ids. */
    public List<String> externalIds() {
        return rows.stream()
                .map(row -> row.get(0).toString())
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** The same table with only some of the records. */
    Load only(Set<String> externalIds) {
        List<List<Object>> kept = new ArrayList<>();
        boolean keep = false;
        for (List<Object> row : rows) {
            String id = row.get(0).toString();
            keep = id.isEmpty() ? keep : externalIds.contains(id);
            if (keep) {
                kept.add(row);
            }
        }
        return new Load(model, fields, kept);
    }

    /** The record to which a row belongs; rows count from 0. */
    String externalIdOfRow(int row) {
        for (int i = row; i >= 0; i--) {
            String id = rows.get(i).get(0).toString();
            if (!id.isEmpty()) {
                return id;
            }
        }
        throw new IllegalStateException("the first row of a load has an external id");
    }
}

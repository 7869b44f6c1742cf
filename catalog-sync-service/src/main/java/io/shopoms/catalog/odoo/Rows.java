package io.shopoms.catalog.odoo;

import io.shopoms.sync.odoo.Load;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Records of one model that are loaded together. A table has the same columns for all rows, and an empty cell empties a
 * field: so records that say other fields go into a table of their own.
 */
final class Rows {

    private final String model;
    private final Map<List<String>, List<List<Object>>> tables = new LinkedHashMap<>();

    Rows(String model) {
        this.model = model;
    }

    /** @param key the first column: {@code id} for an external id, {@code .id} for a database id */
    void add(String key, String id, Map<String, Object> cells) {
        List<String> columns = new ArrayList<>(List.of(key));
        columns.addAll(cells.keySet());
        List<Object> row = new ArrayList<>(List.of(id));
        row.addAll(cells.values());
        tables.computeIfAbsent(columns, fields -> new ArrayList<>()).add(row);
    }

    List<Load> loads() {
        return tables.entrySet().stream()
                .map(table -> new Load(model, table.getKey(), table.getValue()))
                .toList();
    }
}

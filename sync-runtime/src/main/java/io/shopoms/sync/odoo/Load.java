package io.shopoms.sync.odoo;

import java.util.List;
import java.util.Objects;

/**
 * A table for Odoo's {@code load}. A record starts at a row with a first cell; rows with an empty first cell continue it
 * (order lines, addresses). Booleans are written {@code "1"} and {@code "0"}: Odoo answers 500 to a JSON boolean.
 *
 * @param model the Odoo model
 * @param fields the columns; the first is {@code id}
 * @param rows the cells: text or numbers; an empty text is an empty value
 */
public record Load(String model, List<String> fields, List<List<Object>> rows) {

    public Load {
        Objects.requireNonNull(model, "model");
        fields = List.copyOf(fields);
        rows = rows.stream().map(List::copyOf).toList();
        if (fields.isEmpty() || !fields.get(0).equals("id")) {
            throw new IllegalArgumentException("the first column of a load is the external id, 'id'");
        }
        for (List<Object> row : rows) {
            if (row.size() != fields.size()) {
                throw new IllegalArgumentException(
                        "a row has " + row.size() + " cells for " + fields.size() + " columns");
            }
        }
    }
}

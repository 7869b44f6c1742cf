package io.shopoms.sandbox.odoo.orm;

import java.util.LinkedHashMap;
import java.util.Map;

/** A cell of a {@code load} that cannot be understood. The text holds {@code %field} where the column's label goes. */
final class CellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> info;

    CellException(String message, Map<String, Object> info) {
        super(message, null, false, false);
        this.info = new LinkedHashMap<>(info);
    }

    CellException(String message) {
        this(message, Map.of());
    }

    /** The same failure seen from the record that holds the sub-record. */
    CellException below(String label) {
        return new CellException(getMessage().replace("%field", "%field/" + label), info);
    }

    String text(String label) {
        return getMessage().replace("%field", label);
    }

    Map<String, Object> info() {
        return info;
    }
}

package io.shopoms.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The database id of an Odoo record: a positive number, meaningful only together with its model and database. */
public record OdooId(@JsonValue long value) {

    /** @throws IllegalArgumentException if {@code value} is not positive */
    @JsonCreator
    public OdooId {
        if (value <= 0) {
            throw new IllegalArgumentException("an Odoo id is a positive number, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

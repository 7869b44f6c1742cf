package io.shopoms.sandbox.odoo.orm;

/** The field types that the simulated models use. */
public enum Type {
    CHAR,
    TEXT,
    HTML,
    SELECTION,
    INTEGER,
    FLOAT,
    MONETARY,
    BOOLEAN,
    DATE,
    DATETIME,
    BINARY,
    MANY2ONE,
    ONE2MANY,
    MANY2MANY;

    boolean isText() {
        return this == CHAR || this == TEXT || this == HTML || this == SELECTION;
    }

    boolean isDecimal() {
        return this == FLOAT || this == MONETARY;
    }

    boolean isToMany() {
        return this == ONE2MANY || this == MANY2MANY;
    }

    boolean isRelational() {
        return this == MANY2ONE || isToMany();
    }

    /** As {@code fields_get} names it. */
    String odooName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

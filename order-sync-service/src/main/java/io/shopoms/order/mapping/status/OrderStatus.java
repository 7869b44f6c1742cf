package io.shopoms.order.mapping.status;

import java.util.Locale;

/** Where an order stands, from both systems' words; the table is in {@code docs/status.md}. */
public enum OrderStatus {
    /** In Odoo as a quotation. */
    PENDING,
    /** To be shipped. */
    CONFIRMED,
    /** Some units have left the house. */
    PARTLY_SHIPPED,
    /** All of it has left the house. */
    SHIPPED,
    /** It was shipped, and all of it came back. */
    RETURNED,
    CANCELLED;

    /** In lower case, as the API and the tables write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

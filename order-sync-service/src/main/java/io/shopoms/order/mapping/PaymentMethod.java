package io.shopoms.order.mapping;

/** When the money comes: at the door, or before. */
public enum PaymentMethod {
    COD("COD"),
    PREPAID("Prepaid");

    private final String label;

    PaymentMethod(String label) {
        this.label = label;
    }

    /** The word in the cache's column and on the tag in Odoo. */
    public String label() {
        return label;
    }
}

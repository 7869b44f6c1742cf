package io.shopoms.order.shopify;

/** A pair that an app or a theme attached to an order or a line: an engraving, a delivery date. */
public record Attribute(String name, String value) {

    /** Names with a leading underscore are notes between apps, which Shopify hides from people. */
    public boolean isHidden() {
        return name.startsWith("_");
    }
}

package io.shopoms.sandbox.shopify.inventory;

/**
 * Something that Shopify sends a webhook for.
 *
 * @param about a level, a location, the variant of an item, or what is left of one of them
 */
public record StockEvent(String topic, Object about) {

    /** What is left of a level that is no more. */
    public record Disconnected(long itemId, long locationId) {}

    /** What is left of an item. */
    public record DeletedItem(long id) {}

    /** What is left of a location. */
    public record DeletedLocation(long id) {}
}

package io.shopoms.sandbox.shopify.order;

/**
 * The bundle that a line is a part of; lines that name the same one belong together.
 *
 * @param sku of the bundle itself; null for one without a product
 */
public record DraftBundle(String title, String sku, Integer quantity) {

    public DraftBundle {
        quantity = quantity == null ? 1 : quantity;
        if (title == null || title.isBlank() || quantity < 1) {
            throw new IllegalArgumentException("a bundle needs a title and a quantity of 1 or more");
        }
    }
}

package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A line of an order to be placed. Absent values have defaults, so that a line can be as short as its SKU.
 *
 * @param sku null for a custom line without product
 * @param price per unit, before discounts, in the shop's currency
 * @param location the name of the location that ships it; null for the shop's first
 */
public record DraftLine(
        String sku,
        String title,
        String variantTitle,
        Integer quantity,
        BigDecimal price,
        Boolean taxable,
        Boolean requiresShipping,
        Boolean giftCard,
        Integer grams,
        String vendor,
        Map<String, String> properties,
        String location) {

    private static final int MOST = 1_000_000;

    public DraftLine {
        title = title == null ? (sku == null ? "Custom item" : "Product " + sku) : title;
        quantity = quantity == null ? 1 : quantity;
        price = price == null ? new BigDecimal("10.00") : price;
        taxable = taxable == null || taxable;
        requiresShipping = requiresShipping == null || requiresShipping;
        giftCard = giftCard != null && giftCard;
        grams = grams == null ? 100 : grams;
        vendor = vendor == null && sku != null ? "Acme" : vendor;
        properties = properties == null ? Map.of() : Map.copyOf(properties);
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("quantity must lie between 1 and " + MOST);
        }
        if (price.signum() < 0 || price.precision() > 15) {
            throw new IllegalArgumentException("price must be 0 or more, of at most 15 digits");
        }
    }

    public static DraftLine of(String sku, String title, int quantity, String price) {
        return new DraftLine(
                sku, title, null, quantity, new BigDecimal(price), null, null, null, null, null, null, null);
    }
}

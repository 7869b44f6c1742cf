package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A line of an order to be placed. Absent values have defaults, so that a line can be as short as its SKU.
 *
 * @param sku null for a custom line without product
 * @param price per unit, before discounts, in the shop's currency
 * @param giftCard a gift card is neither taxed nor shipped unless said otherwise
 * @param location the name of the location that ships it; null for the shop's first
 * @param taxes its own; null for those of the order
 * @param deleted whether its product is not in the shop any more
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
        String location,
        List<TaxRate> taxes,
        List<DraftDuty> duties,
        DraftBundle bundle,
        Boolean deleted) {

    private static final String TIP = "Tip";
    private static final int MOST = 1_000_000;

    public DraftLine {
        title = title == null ? (sku == null ? "Custom item" : "Product " + sku) : title;
        quantity = quantity == null ? 1 : quantity;
        price = price == null ? new BigDecimal("10.00") : price;
        giftCard = giftCard != null && giftCard;
        taxable = taxable == null ? !giftCard : taxable;
        requiresShipping = requiresShipping == null ? !giftCard : requiresShipping;
        grams = grams == null ? (requiresShipping ? 100 : 0) : grams;
        vendor = vendor == null && sku != null ? "Acme" : vendor;
        properties = properties == null ? Map.of() : Map.copyOf(properties);
        taxes = taxes == null ? null : List.copyOf(taxes);
        duties = duties == null ? List.of() : List.copyOf(duties);
        deleted = deleted != null && deleted;
        if (quantity < 1 || quantity > MOST) {
            throw new IllegalArgumentException("quantity must lie between 1 and " + MOST);
        }
        if (price.signum() < 0 || price.precision() > 15) {
            throw new IllegalArgumentException("price must be 0 or more, of at most 15 digits");
        }
    }

    /** A line with the order's taxes, without duties, of no bundle. */
    public DraftLine(
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
        this(
                sku,
                title,
                variantTitle,
                quantity,
                price,
                taxable,
                requiresShipping,
                giftCard,
                grams,
                vendor,
                properties,
                location,
                null,
                null,
                null,
                null);
    }

    public static DraftLine of(String sku, String title, int quantity, String price) {
        return new DraftLine(
                sku, title, null, quantity, new BigDecimal(price), null, null, null, null, null, null, null);
    }

    /** The same, shipped from that location; null for wherever the store has it. */
    public DraftLine from(String place) {
        return new DraftLine(
                sku,
                title,
                variantTitle,
                quantity,
                price,
                taxable,
                requiresShipping,
                giftCard,
                grams,
                vendor,
                properties,
                place,
                taxes,
                duties,
                bundle,
                deleted);
    }

    boolean isTip() {
        return sku == null && TIP.equals(title) && !requiresShipping;
    }

    /** A tip as it stands among the lines. */
    static DraftLine tip(BigDecimal amount) {
        return new DraftLine(null, TIP, null, 1, amount, false, false, false, 0, null, null, null);
    }
}

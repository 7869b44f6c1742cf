package io.shopoms.order.shopify;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import java.util.List;
import java.util.Optional;

/**
 * Something that was ordered.
 *
 * @param id the line's number
 * @param sku absent on custom items, tips, and variants without one
 * @param productId absent on custom items and deleted products
 * @param variantId absent on custom items and deleted variants
 * @param name title and variant, as the customer saw it
 * @param quantity units ordered at first
 * @param currentQuantity units left after edits, refunds and removals
 * @param unitPrice before discounts
 * @param discounts allocations of every discount, line-level or order-level, for {@code quantity}
 * @param taxes for {@code quantity}
 * @param giftCard whether a gift card is sold
 * @param requiresShipping whether it is something to ship
 * @param properties what the customer chose for this line
 * @param duties import duties on the line
 * @param group the bundle that it was sold in
 */
public record LineItem(
        ShopifyId id,
        Optional<Sku> sku,
        Optional<ShopifyId> productId,
        Optional<ShopifyId> variantId,
        String name,
        int quantity,
        int currentQuantity,
        Money unitPrice,
        List<DiscountAllocation> discounts,
        List<TaxLine> taxes,
        boolean giftCard,
        boolean requiresShipping,
        List<Attribute> properties,
        List<Duty> duties,
        Optional<LineGroup> group) {

    public LineItem {
        discounts = List.copyOf(discounts);
        taxes = List.copyOf(taxes);
        properties = List.copyOf(properties);
        duties = List.copyOf(duties);
    }

    /** All allocations together. */
    public Money discount() {
        return discounts.stream().map(DiscountAllocation::amount).reduce(Money.zero(unitPrice.currency()), Money::plus);
    }
}

package io.shopoms.order.mapping;

import io.shopoms.model.ShopifyId;
import io.shopoms.model.Sku;
import io.shopoms.model.event.OrderStored;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an order takes out of Shopify's stock: units ordered, less those that refunds, removals and cancellations put back on
 * the shelf.
 *
 * <p>Units that were taken off the order and not put back count: Shopify's stock lacks them. Shipping changes nothing. A
 * bundle counts by its components, which are its lines. Gift cards, tips and custom items take nothing, unless a custom item
 * names a SKU: then Odoo will take it from there.
 */
public final class StockUnits {

    private StockUnits() {}

    /** At most one line for each variant, or for each SKU without one; none of zero units. */
    public static List<OrderStored.Line> of(ShopifyOrder order) {
        Map<ShopifyId, Long> restocked = restocked(order);
        Map<Item, Long> units = new LinkedHashMap<>();
        for (LineItem line : order.lines()) {
            long taken = Math.max(line.quantity() - restocked.getOrDefault(line.id(), 0L), line.currentQuantity());
            if (taken > 0) {
                Item.of(line).ifPresent(item -> units.merge(item, taken, Long::sum));
            }
        }
        List<OrderStored.Line> lines = new ArrayList<>();
        units.forEach((item, taken) -> lines.add(new OrderStored.Line(item.variant(), item.sku(), taken)));
        return lines;
    }

    private static Map<ShopifyId, Long> restocked(ShopifyOrder order) {
        Map<ShopifyId, Long> restocked = new HashMap<>();
        for (Refund refund : order.refunds()) {
            for (Refund.Line line : refund.lines()) {
                if (line.restock() != RestockType.NO_RESTOCK) {
                    restocked.merge(line.lineId(), (long) line.quantity(), Long::sum);
                }
            }
        }
        return restocked;
    }

    /** @param variant null for none */
    private record Item(ShopifyId variant, String sku) {

        static Optional<Item> of(LineItem line) {
            String sku = line.sku().map(Sku::value).orElse("");
            boolean counted = !line.giftCard() && (line.variantId().isPresent() || !sku.isEmpty());
            return counted ? Optional.of(new Item(line.variantId().orElse(null), sku)) : Optional.empty();
        }
    }
}

package io.shopoms.order.mapping.status;

import io.shopoms.order.mapping.SaleLineState;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.shopify.LineItem;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How far Odoo is with an order. */
public enum OdooProgress {
    QUOTATION,
    CONFIRMED,
    PARTLY_SHIPPED,
    SHIPPED,
    RETURNED,
    CANCELLED;

    /**
     * Reads it off the order's lines.
     *
     * @param order says which lines are something to ship: a download never leaves the house, and holds nothing back
     */
    public static OdooProgress of(SaleOrderState state, ShopifyOrder order) {
        if (state.stage() != Stage.CONFIRMED) {
            return state.stage() == Stage.CANCELLED ? CANCELLED : QUOTATION;
        }
        List<SaleLineState> goods = goods(state, order);
        if (goods.stream().noneMatch(OdooProgress::isStarted)) {
            return state.deliveryStarted() ? withNothingOutside(goods) : CONFIRMED;
        }
        return goods.stream().allMatch(OdooProgress::isShipped) ? SHIPPED : PARTLY_SHIPPED;
    }

    /** The warehouse has worked on it, and nothing is with the customer: it is being packed, or it came back. */
    private static OdooProgress withNothingOutside(List<SaleLineState> goods) {
        return goods.stream().allMatch(OdooProgress::isShipped) ? RETURNED : PARTLY_SHIPPED;
    }

    private static List<SaleLineState> goods(SaleOrderState state, ShopifyOrder order) {
        Set<Long> shippable = order.lines().stream()
                .filter(LineItem::requiresShipping)
                .map(line -> line.id().value())
                .collect(Collectors.toSet());
        return state.lines().stream()
                .filter(line -> line.shopifyLine().filter(shippable::contains).isPresent())
                .toList();
    }

    private static boolean isStarted(SaleLineState line) {
        return line.delivered().signum() > 0;
    }

    private static boolean isShipped(SaleLineState line) {
        return line.delivered().compareTo(line.quantity()) >= 0;
    }
}

package io.shopoms.order.mapping.status;

import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.shopify.ShopifyOrder;

/**
 * One status from two words. Odoo's progress wins over Shopify's older word; where Shopify is further (somebody shipped by
 * other means, or cancelled what Odoo has not touched), Shopify's word holds. So no word of Shopify ever takes an order
 * behind what the warehouse did.
 */
public final class StatusRules {

    private StatusRules() {}

    /** The status of an order that is in Odoo. */
    public static OrderStatus of(SaleOrderState state, ShopifyOrder order) {
        return of(OdooProgress.of(state, order), ShopifyWord.of(order));
    }

    static OrderStatus of(OdooProgress odoo, ShopifyWord shopify) {
        return switch (odoo) {
            case QUOTATION -> untouched(OrderStatus.PENDING, shopify);
            case CONFIRMED -> untouched(OrderStatus.CONFIRMED, shopify);
            case PARTLY_SHIPPED -> shopify == ShopifyWord.FULFILLED ? OrderStatus.SHIPPED : OrderStatus.PARTLY_SHIPPED;
            case SHIPPED -> OrderStatus.SHIPPED;
            case RETURNED -> OrderStatus.RETURNED;
            case CANCELLED -> OrderStatus.CANCELLED;
        };
    }

    private static OrderStatus untouched(OrderStatus odoo, ShopifyWord shopify) {
        return switch (shopify) {
            case OPEN -> odoo;
            case PARTLY_FULFILLED -> OrderStatus.PARTLY_SHIPPED;
            case FULFILLED -> OrderStatus.SHIPPED;
            case CANCELLED -> OrderStatus.CANCELLED;
        };
    }
}

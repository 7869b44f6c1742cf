package io.shopoms.order.settlement;

import io.shopoms.order.shopify.ShopifyOrder;

/**
 * An order whose accounting is to be settled.
 *
 * @param saleOrderId the Odoo order that stands for it
 * @param live whether it is confirmed; nothing more of an order that is cancelled, or not confirmed, is invoiced
 */
public record Subject(ShopifyOrder order, long saleOrderId, boolean live) {}

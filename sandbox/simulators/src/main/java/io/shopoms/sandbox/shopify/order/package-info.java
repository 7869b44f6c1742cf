/**
 * The simulated store itself: orders, their prices, fulfilment and edits, all in memory. Receives what a buyer, the merchant
 * or the Admin API does, hands each change to {@link io.shopoms.sandbox.shopify.order.StoreEvents}; on a rule broken it
 * throws {@link java.lang.IllegalArgumentException} (control API) or returns user errors (Admin API), and changes nothing.
 *
 * <p>Not safe for use by several threads: {@link io.shopoms.sandbox.shopify.ShopifySimulator} lets one in at a time.
 */
package io.shopoms.sandbox.shopify.order;

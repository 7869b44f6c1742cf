/**
 * Shopify's side: receives raw orders from webhooks and GraphQL, hands {@link io.shopoms.order.shopify.ShopifyOrder}s to
 * the cache and to mapping; on failure {@code InvalidPayload} names the field.
 */
package io.shopoms.order.shopify;

/**
 * Shopify's fulfillment orders and fulfillments: receives an order or a wish from the processor, hands back what Shopify
 * shows; on failure it is left open whether a creation was done, unless Shopify refused it.
 */
package io.shopoms.fulfillment.shopify;

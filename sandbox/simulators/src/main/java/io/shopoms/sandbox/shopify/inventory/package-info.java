/**
 * What lies where: locations, levels of inventory items, and the rules by which quantities change. Receives changes from the
 * Admin API, from orders and from the store's people, hands events to the webhooks; what Shopify would refuse changes
 * nothing.
 */
package io.shopoms.sandbox.shopify.inventory;

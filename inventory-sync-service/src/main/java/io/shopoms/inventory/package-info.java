/**
 * Keeps stock in step between Odoo and Shopify: receives due items from the cache, hands numbers to Shopify; on failure the
 * item waits with a remedy.
 */
package io.shopoms.inventory;

/**
 * Shipments from Odoo to Shopify: receives due shipments from the cache engine, hands what is missing to Shopify; on
 * failure the row says why and when it is tried again, and an intent says what may have been done already.
 */
package io.shopoms.fulfillment;

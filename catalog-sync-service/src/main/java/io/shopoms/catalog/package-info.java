/**
 * Products and variants between Shopify, Odoo and feeds: receives due rows from the cache, hands the other side the state
 * that they call for; on failure the row waits with the reason and what to do about it.
 */
package io.shopoms.catalog;

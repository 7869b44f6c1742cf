/**
 * The orders' own tables: receives raw orders for {@code shopify_order_cache} and links for {@code order_link}, hands them
 * to the processor; on failure nothing is written, and the engine tries again.
 */
package io.shopoms.order.cache;

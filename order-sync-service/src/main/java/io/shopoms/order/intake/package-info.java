/**
 * Orders that no webhook brought: receives pages from Shopify, hands raw orders to the cache; on failure the job says why
 * and goes on from its checkpoint.
 */
package io.shopoms.order.intake;

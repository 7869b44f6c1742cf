/**
 * The public edge: receives HTTP requests from anybody, hands verified webhooks to {@code publish}; on failure answers a
 * status that makes Shopify do the right thing, and says why without repeating what was sent.
 */
package io.shopoms.gateway.receive;

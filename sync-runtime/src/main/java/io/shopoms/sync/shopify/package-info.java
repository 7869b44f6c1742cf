/**
 * Shopify's Admin GraphQL API: receives documents from a service's {@code shopify} room, hands them to
 * {@link io.shopoms.sync.http.OutboundHttp} as the store's cost limit allows; on failure it classifies by status and error
 * code and says what to do. A mutation without a key is never sent twice after an unknown outcome.
 */
package io.shopoms.sync.shopify;

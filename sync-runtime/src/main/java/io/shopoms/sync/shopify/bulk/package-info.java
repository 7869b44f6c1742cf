/**
 * Shopify's bulk operations: receives queries and mutations from a service's {@code shopify} room, hands back the rows of
 * their files, as many at once as memory allows; what is not a whole file fails with what to do.
 */
package io.shopoms.sync.shopify.bulk;

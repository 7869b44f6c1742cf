/**
 * The simulated Admin GraphQL API. Receives documents over HTTP, executes them on {@code admin.graphqls} against the store
 * in memory, hands back Shopify's envelopes: cost, throttling, error codes and user errors as in the real API. A document
 * that the schema does not allow is refused with Shopify's code and without {@code data}.
 */
package io.shopoms.sandbox.shopify.graphql;

/**
 * Bulk operations: long queries and mutations whose result is a file. Receives work that the Admin API has found valid, does
 * it step by step between other requests, hands back operations and JSONL files; work that fails leaves the file as far as it
 * got. Who holds the shop's lock may call.
 */
package io.shopoms.sandbox.shopify.bulk;

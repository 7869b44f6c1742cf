/**
 * Stock in Shopify: receives numbers from the processor, hands back results and readings; on failure a result says of each
 * line whether it was refused, stale or left unknown.
 */
package io.shopoms.inventory.shopify;

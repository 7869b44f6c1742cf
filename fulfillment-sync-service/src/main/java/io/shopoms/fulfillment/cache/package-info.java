/**
 * What this service remembers: receives shipments, order links and intents from {@code intake} and the processor, hands
 * them back by store and order; on failure nothing is half stored.
 */
package io.shopoms.fulfillment.cache;

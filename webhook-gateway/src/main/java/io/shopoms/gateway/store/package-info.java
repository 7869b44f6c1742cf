/** Receives the configuration, hands out which stores may send webhooks and how to verify them; names settings that are missing. */
package io.shopoms.gateway.store;

/**
 * Receives a verified webhook, makes it durable at the broker or, failing that, in the outbox, and only then says so; on
 * failure of both it fails, and Shopify sends the webhook again.
 */
package io.shopoms.gateway.publish;

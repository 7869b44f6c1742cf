/**
 * The simulated store's webhooks: who subscribed, what is sent, how it went. Receives changes of orders, hands signed
 * payloads to the subscribers' addresses; a delivery that is not answered with 2xx is tried again, and after the last try
 * an API-created subscription is deleted, as Shopify does.
 */
package io.shopoms.sandbox.shopify.webhook;

/**
 * The webhook gateway: receives Shopify's webhooks from the internet, hands verified ones to RabbitMQ; on failure answers so
 * that Shopify sends them again. Its rooms are the stages of a request: receive, verify, publish; and log, beside the path.
 */
package io.shopoms.gateway;

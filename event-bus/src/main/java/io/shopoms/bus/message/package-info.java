/**
 * How a webhook looks as a message: receives a {@link io.shopoms.model.WebhookEvent} from the gateway, hands headers and body
 * to the broker, and the other way round in a consumer; on failure says which header is wrong.
 */
package io.shopoms.bus.message;

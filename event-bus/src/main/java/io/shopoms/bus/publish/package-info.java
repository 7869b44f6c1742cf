/**
 * Publishing that loses nothing: receives messages from the gateway and the outbox relay, hands them to the broker and
 * answers when the broker has confirmed; on failure the {@code Uni} fails with
 * {@link io.shopoms.bus.publish.PublishFailedException} and the caller still holds the message.
 */
package io.shopoms.bus.publish;

/**
 * The way onto RabbitMQ and off it: receives messages from the services, hands them to the broker confirmed, or to the
 * outbox in their own database; on failure of one the other carries on.
 */
package io.shopoms.bus;

package io.shopoms.gateway.log;

import io.shopoms.bus.consume.Delivery;
import io.shopoms.bus.message.WebhookMessages;
import io.shopoms.bus.topology.Topology;
import io.shopoms.model.WebhookEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One webhook on its way into the log.
 *
 * @param deliveries how often it came in this batch
 * @param body kept only when no service keeps it
 */
record LogEntry(
        String store,
        String topic,
        String webhookId,
        Optional<String> eventId,
        Optional<String> apiVersion,
        Optional<Instant> triggeredAt,
        Instant receivedAt,
        int size,
        WebhookState state,
        int deliveries,
        Optional<String> note,
        Optional<byte[]> body) {

    private static final String UNKNOWN = "?";
    private static final int LONGEST_TEXT = 200;

    static LogEntry of(Delivery delivery, Clock clock) {
        return of(delivery.routingKey(), delivery.headers(), delivery.body(), clock);
    }

    static LogEntry of(String routingKey, Map<String, ?> headers, byte[] body, Clock clock) {
        try {
            return of(WebhookMessages.read(headers, body));
        } catch (IllegalArgumentException e) {
            return unreadable(routingKey, body, e.getMessage(), clock.instant());
        }
    }

    /** The same webhook came once more. */
    LogEntry plus(LogEntry other) {
        return new LogEntry(
                store,
                topic,
                webhookId,
                eventId,
                apiVersion,
                triggeredAt,
                receivedAt,
                size,
                state,
                deliveries + other.deliveries,
                note,
                body);
    }

    private static LogEntry of(WebhookEvent event) {
        boolean claimed = Topology.isClaimed(event.topic());
        return new LogEntry(
                event.shop().value(),
                event.topic().value(),
                event.webhookId(),
                event.eventId(),
                event.apiVersion(),
                event.triggeredAt(),
                event.receivedAt(),
                event.body().length,
                claimed ? WebhookState.RECEIVED : WebhookState.UNCLAIMED,
                1,
                Optional.empty(),
                claimed ? Optional.empty() : Optional.of(event.body()));
    }

    /** Whoever published it is not this gateway; nothing in it is relied on. */
    private static LogEntry unreadable(String routingKey, byte[] body, String why, Instant now) {
        return new LogEntry(
                UNKNOWN,
                routingKey.length() <= LONGEST_TEXT ? routingKey : routingKey.substring(0, LONGEST_TEXT),
                UUID.randomUUID().toString(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                body.length,
                WebhookState.UNREADABLE,
                1,
                Optional.of(why),
                Optional.of(body));
    }
}

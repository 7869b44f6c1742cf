package io.shopoms.bus.message;

import io.shopoms.model.MessageHeaders;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes a webhook's headers and reads them back. The body is not touched. */
public final class WebhookMessages {

    private WebhookMessages() {}

    /** The headers of the message that carries {@code event}. */
    public static Map<String, String> headers(WebhookEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(MessageHeaders.SHOP, event.shop().value());
        headers.put(MessageHeaders.TOPIC, event.topic().value());
        headers.put(MessageHeaders.WEBHOOK_ID, event.webhookId());
        event.eventId().ifPresent(id -> headers.put(MessageHeaders.EVENT_ID, id));
        event.apiVersion().ifPresent(version -> headers.put(MessageHeaders.API_VERSION, version));
        event.triggeredAt().ifPresent(at -> headers.put(MessageHeaders.TRIGGERED_AT, at.toString()));
        headers.put(MessageHeaders.RECEIVED_AT, event.receivedAt().toString());
        return headers;
    }

    /**
     * Reads a message. Header values may be text of any class, as AMQP clients have their own.
     *
     * @throws IllegalArgumentException naming the header that is missing or malformed
     */
    public static WebhookEvent read(Map<String, ?> headers, byte[] body) {
        return new WebhookEvent(
                new ShopDomain(required(headers, MessageHeaders.SHOP)),
                new WebhookTopic(required(headers, MessageHeaders.TOPIC)),
                required(headers, MessageHeaders.WEBHOOK_ID),
                text(headers, MessageHeaders.EVENT_ID),
                text(headers, MessageHeaders.API_VERSION),
                text(headers, MessageHeaders.TRIGGERED_AT).map(at -> instant(MessageHeaders.TRIGGERED_AT, at)),
                instant(MessageHeaders.RECEIVED_AT, required(headers, MessageHeaders.RECEIVED_AT)),
                body);
    }

    private static Optional<String> text(Map<String, ?> headers, String name) {
        return Optional.<Object>ofNullable(headers.get(name))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    private static String required(Map<String, ?> headers, String name) {
        return text(headers, name).orElseThrow(() -> new IllegalArgumentException("the message has no header " + name));
    }

    private static Instant instant(String name, String value) {
        try {
            return Timestamps.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the header " + name + " is not an instant", e);
        }
    }
}

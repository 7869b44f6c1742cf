package io.shopoms.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * One verified webhook delivery, on its way from the gateway to the service that claims its topic.
 *
 * @param shop the store that sent it
 * @param topic what happened
 * @param webhookId {@code X-Shopify-Webhook-Id}: the same for every try of one delivery, so the key for deduplication
 * @param eventId {@code X-Shopify-Event-Id}: shared by all deliveries of one merchant action, for correlation only
 * @param apiVersion the version that the payload is shaped by
 * @param triggeredAt when Shopify says that it happened
 * @param receivedAt when the gateway accepted it
 * @param body the raw bytes as received
 */
public record WebhookEvent(
        ShopDomain shop,
        WebhookTopic topic,
        String webhookId,
        Optional<String> eventId,
        Optional<String> apiVersion,
        Optional<Instant> triggeredAt,
        Instant receivedAt,
        byte[] body) {

    public WebhookEvent {
        Objects.requireNonNull(shop, "shop");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(triggeredAt, "triggeredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(body, "body");
        if (webhookId == null || webhookId.isBlank()) {
            throw new IllegalArgumentException("a webhook id is missing");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookEvent e
                && shop.equals(e.shop)
                && topic.equals(e.topic)
                && webhookId.equals(e.webhookId)
                && eventId.equals(e.eventId)
                && apiVersion.equals(e.apiVersion)
                && triggeredAt.equals(e.triggeredAt)
                && receivedAt.equals(e.receivedAt)
                && Arrays.equals(body, e.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(shop, topic, webhookId, receivedAt);
    }

    /** Names the delivery without its body: payloads hold personal data and must not reach a log. */
    @Override
    public String toString() {
        return topic + " " + webhookId + " of " + shop + " (" + body.length + " bytes)";
    }
}

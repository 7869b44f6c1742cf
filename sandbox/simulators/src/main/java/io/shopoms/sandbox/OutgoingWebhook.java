package io.shopoms.sandbox;

import java.time.Instant;
import java.util.UUID;

/**
 * One webhook as Shopify would send it.
 *
 * @param topic {@code orders/create}
 * @param body the exact bytes
 * @param webhookId the same for every try of one delivery
 * @param eventId shared by all webhooks of one action
 * @param triggeredAt when it happened, sent with nine decimals
 * @param apiVersion the version that the body is shaped by
 */
public record OutgoingWebhook(
        String topic, byte[] body, String webhookId, String eventId, Instant triggeredAt, String apiVersion) {

    public static final String API_VERSION = "2026-10";

    /** With fresh ids, triggered now. */
    public static OutgoingWebhook of(String topic, byte[] body) {
        return new OutgoingWebhook(
                topic, body, UUID.randomUUID().toString(), UUID.randomUUID().toString(), Instant.now(), API_VERSION);
    }

    public OutgoingWebhook withWebhookId(String id) {
        return new OutgoingWebhook(topic, body, id, eventId, triggeredAt, apiVersion);
    }

    public OutgoingWebhook withTriggeredAt(Instant at) {
        return new OutgoingWebhook(topic, body, webhookId, eventId, at, apiVersion);
    }
}

package io.shopoms.sandbox.shopify.webhook;

import io.shopoms.sandbox.OutgoingWebhook;

/** Where webhooks leave the store. */
public interface WebhookOutlet {

    /** Whether anybody wants to hear of the topic: writing a body for nobody costs time. */
    boolean isWanted(String topic);

    /** @param webhook without a webhook id, which each of its deliveries gets */
    void publish(OutgoingWebhook webhook, Subject subject);
}

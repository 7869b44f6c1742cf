package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.order.OrderChange;
import io.shopoms.sandbox.shopify.order.OrderEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Turns what happens to orders into webhooks: one event id for all that one action sets off. */
public final class OrderWebhooks implements OrderEvents {

    private final Deliveries deliveries;
    private final OrderPayload orders;
    private final FulfillmentPayload fulfillments;
    private final Clock clock;

    public OrderWebhooks(Deliveries deliveries, OrderPayload orders, FulfillmentPayload fulfillments, Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.fulfillments = fulfillments;
        this.clock = clock;
    }

    @Override
    public void changed(OrderChange change) {
        String eventId = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Subject subject =
                new Subject(Long.toString(change.order().id()), change.order().name());
        byte[] order = bytes(orders.of(change.order()));
        for (String topic : change.topics()) {
            byte[] body = topic.startsWith("fulfillments/")
                    ? bytes(fulfillments.of(change.fulfillment().orElseThrow()))
                    : order;
            send(topic, body, eventId, now, subject);
        }
    }

    /** Sends any payload to whoever subscribed to the topic. */
    public void send(String topic, JsonNode body, Subject subject) {
        send(topic, bytes(body), UUID.randomUUID().toString(), clock.instant(), subject);
    }

    private void send(String topic, byte[] body, String eventId, Instant at, Subject subject) {
        deliveries.publish(new OutgoingWebhook(topic, body, "", eventId, at, OutgoingWebhook.API_VERSION), subject);
    }

    /** The exact bytes that a webhook with this body has. */
    public static byte[] bytes(JsonNode body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}

package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.StockEvent;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.StoreChange;
import io.shopoms.sandbox.shopify.order.StoreEvent;
import io.shopoms.sandbox.shopify.order.StoreEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.UUID;

/** Turns what happens to orders into webhooks: one event id for all that one action sets off. */
public final class OrderWebhooks implements StoreEvents {

    private final WebhookOutlet outlet;
    private final EventBodies bodies;
    private final Clock clock;

    public OrderWebhooks(WebhookOutlet outlet, EventBodies bodies, Clock clock) {
        this.outlet = outlet;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public void changed(StoreChange change) {
        String eventId = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Subject subject = new Subject(change.recordId(), change.recordName());
        Map<Object, byte[]> written = new IdentityHashMap<>();
        for (StoreEvent event : change.events()) {
            if (!outlet.isWanted(event.topic())) {
                continue;
            }
            byte[] body = written.computeIfAbsent(event.about(), about -> bytes(bodies.of(about)));
            send(event.topic(), body, eventId, now, subject(event, subject));
        }
    }

    /** A customer who came with an order is no part of it, nor are the levels that it changed. */
    private static Subject subject(StoreEvent event, Subject whole) {
        Object about = event.about();
        if (about instanceof Customer customer) {
            return new Subject(Long.toString(customer.id()), String.valueOf(customer.email()));
        } else if (about instanceof Level level) {
            return new Subject(Long.toString(level.itemId()), level.location().name());
        } else if (about instanceof Variant variant) {
            return new Subject(Long.toString(variant.inventoryItemId()), String.valueOf(variant.sku()));
        } else if (about instanceof Location location) {
            return new Subject(Long.toString(location.id()), location.name());
        } else if (about instanceof StockEvent.Disconnected level) {
            return new Subject(Long.toString(level.itemId()), Long.toString(level.locationId()));
        } else if (about instanceof StockEvent.DeletedItem item) {
            return new Subject(Long.toString(item.id()), "");
        } else if (about instanceof StockEvent.DeletedLocation location) {
            return new Subject(Long.toString(location.id()), "");
        }
        return whole;
    }

    /** Sends any payload to whoever subscribed to the topic. */
    public void send(String topic, JsonNode body, Subject subject) {
        send(topic, bytes(body), UUID.randomUUID().toString(), clock.instant(), subject);
    }

    private void send(String topic, byte[] body, String eventId, Instant at, Subject subject) {
        outlet.publish(new OutgoingWebhook(topic, body, "", eventId, at, OutgoingWebhook.API_VERSION), subject);
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

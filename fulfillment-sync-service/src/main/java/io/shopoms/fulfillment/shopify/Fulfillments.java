package io.shopoms.fulfillment.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.shopify.UserErrors.UserError;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shopify's fulfillments. Creating one is not safe to repeat: the mutation takes no idempotency key, so a failure other
 * than {@link FulfillmentRefused} leaves open whether it was done.
 */
@Singleton
public class Fulfillments {

    private static final GraphqlDocument CREATE = GraphqlDocument.of(Fulfillments.class, "fulfillment_create");
    private static final GraphqlDocument UPDATE_TRACKING =
            GraphqlDocument.of(Fulfillments.class, "fulfillment_tracking_update");

    private final ShopifyClients clients;

    public Fulfillments(ShopifyClients clients) {
        this.clients = clients;
    }

    /**
     * Units of a fulfillment order line to be fulfilled.
     *
     * @param fulfillmentOrder the fulfillment order
     * @param line the line of it
     */
    public record Item(ShopifyId fulfillmentOrder, ShopifyId line, int quantity) {}

    /** What Shopify answered to a creation. */
    public record Created(ShopifyId id, String name) {}

    /**
     * @param items all of one order and one location
     * @param notifyCustomer whether Shopify mails the customer
     */
    public Uni<Created> create(Store store, List<Item> items, Tracking tracking, boolean notifyCustomer) {
        Map<String, Object> fulfillment = new HashMap<>();
        fulfillment.put("lineItemsByFulfillmentOrder", byFulfillmentOrder(items));
        fulfillment.put("notifyCustomer", notifyCustomer);
        if (!tracking.isEmpty()) {
            fulfillment.put("trackingInfo", input(tracking));
        }
        return clients.of(store)
                .execute(CREATE, Map.of("fulfillment", fulfillment))
                .map(data -> accepted(data.path("fulfillmentCreate")))
                .map(node -> new Created(ShopifyJson.id(node), node.path("name").asText()));
    }

    /** Sets the tracking; safe to repeat. */
    public Uni<Void> updateTracking(Store store, ShopifyId fulfillment, Tracking tracking, boolean notifyCustomer) {
        return clients.of(store)
                .execute(
                        UPDATE_TRACKING,
                        Map.of(
                                "id",
                                fulfillment.gid("Fulfillment"),
                                "tracking",
                                input(tracking),
                                "notify",
                                notifyCustomer))
                .map(data -> accepted(data.path("fulfillmentTrackingInfoUpdate")))
                .replaceWithVoid();
    }

    private static List<Map<String, Object>> byFulfillmentOrder(List<Item> items) {
        Map<ShopifyId, List<Item>> byOrder = items.stream()
                .collect(Collectors.groupingBy(Item::fulfillmentOrder, LinkedHashMap::new, Collectors.toList()));
        return byOrder.entrySet().stream()
                .map(entry -> Map.of(
                        "fulfillmentOrderId",
                        entry.getKey().gid("FulfillmentOrder"),
                        "fulfillmentOrderLineItems",
                        entry.getValue().stream()
                                .map(item -> Map.<String, Object>of(
                                        "id", item.line().gid("FulfillmentOrderLineItem"), "quantity", item.quantity()))
                                .toList()))
                .toList();
    }

    /** One parcel is said with {@code number} and {@code url}, several with {@code numbers} and {@code urls}. */
    private static Map<String, Object> input(Tracking tracking) {
        Map<String, Object> input = new HashMap<>();
        tracking.company().ifPresent(company -> input.put("company", company));
        if (tracking.numbers().size() == 1) {
            input.put("number", tracking.numbers().get(0));
            tracking.urls().stream().findFirst().ifPresent(url -> input.put("url", url));
        } else {
            input.put("numbers", tracking.numbers());
            if (!tracking.urls().isEmpty()) {
                input.put("urls", tracking.urls());
            }
        }
        return input;
    }

    private static JsonNode accepted(JsonNode payload) {
        List<UserError> errors = UserErrors.of(payload);
        if (!errors.isEmpty()) {
            throw new FulfillmentRefused(
                    errors.stream().map(UserError::message).distinct().collect(Collectors.joining(" ")));
        }
        JsonNode fulfillment = payload.path("fulfillment");
        if (!fulfillment.isObject()) {
            throw new SyncFailureException(new TransientFailure("Shopify answered neither a fulfillment nor an error"));
        }
        return fulfillment;
    }
}

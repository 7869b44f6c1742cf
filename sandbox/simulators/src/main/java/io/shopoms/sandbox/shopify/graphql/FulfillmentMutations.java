package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.Fulfilling;
import io.shopoms.sandbox.shopify.order.FulfillmentEvent;
import io.shopoms.sandbox.shopify.order.Outcome;
import io.shopoms.sandbox.shopify.order.Shipment;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.order.UserError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the arguments of the fulfilment mutations and shows what they came to. */
final class FulfillmentMutations {

    private final Shop shop;
    private final Fulfilling fulfilling;

    FulfillmentMutations(Shop shop, Fulfilling fulfilling) {
        this.shop = shop;
        this.fulfilling = fulfilling;
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.payload("FulfillmentCreatePayload", "fulfillment", "userErrors")
                .addTo(wiring);
        TypeFields.payload("FulfillmentTrackingInfoUpdatePayload", "fulfillment", "userErrors")
                .addTo(wiring);
        TypeFields.payload("FulfillmentCancelPayload", "fulfillment", "userErrors")
                .addTo(wiring);
        TypeFields.payload("FulfillmentEventCreatePayload", "fulfillmentEvent", "userErrors")
                .addTo(wiring);
    }

    Object create(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("fulfillment");
        List<Shipment.Part> parts = new ArrayList<>();
        for (Map<String, Object> part : maps(input.get("lineItemsByFulfillmentOrder"))) {
            parts.add(new Shipment.Part(
                    Gid.parse("FulfillmentOrder", part.get("fulfillmentOrderId")),
                    maps(part.get("fulfillmentOrderLineItems")).stream()
                            .map(line ->
                                    new Shipment.Units(Gid.parse("FulfillmentOrderLineItem", line.get("id")), (Integer)
                                            line.get("quantity")))
                            .toList()));
        }
        return payload("fulfillment", fulfilling.create(new Shipment(parts, tracking(input.get("trackingInfo")))));
    }

    Object track(DataFetchingEnvironment env) {
        return payload(
                "fulfillment",
                fulfilling.track(
                        Gid.parse("Fulfillment", env.getArgument("fulfillmentId")),
                        tracking(env.getArgument("trackingInfoInput"))));
    }

    Object cancel(DataFetchingEnvironment env) {
        return payload("fulfillment", fulfilling.cancel(Gid.parse("Fulfillment", env.getArgument("id"))));
    }

    Object report(DataFetchingEnvironment env) {
        Map<String, Object> input = env.getArgument("fulfillmentEvent");
        Instant now = shop.now();
        FulfillmentEvent event = new FulfillmentEvent(
                shop.nextId(),
                (String) input.get("status"),
                (Instant) input.getOrDefault("happenedAt", now),
                now,
                (Instant) input.get("estimatedDeliveryAt"),
                (String) input.get("message"),
                (String) input.get("address1"),
                (String) input.get("city"),
                (String) input.get("province"),
                (String) input.get("country"),
                (String) input.get("zip"),
                (Double) input.get("latitude"),
                (Double) input.get("longitude"));
        return payload(
                "fulfillmentEvent", fulfilling.report(Gid.parse("Fulfillment", input.get("fulfillmentId")), event));
    }

    private static Map<String, Object> payload(String field, Outcome<?> outcome) {
        return WebhookFields.payload(
                field, outcome.value().orElse(null), outcome.userErrors().toArray(UserError[]::new));
    }

    /** One entry for each number; {@code number} and {@code url} are short for lists of one. */
    private static List<TrackingInfo> tracking(Object argument) {
        if (!(argument instanceof Map<?, ?> input)) {
            return List.of();
        }
        String company = (String) input.get("company");
        List<String> numbers = strings(input.get("numbers"), input.get("number"));
        List<String> urls = strings(input.get("urls"), input.get("url"));
        List<TrackingInfo> tracking = new ArrayList<>();
        for (int i = 0; i < Math.max(numbers.size(), urls.size()); i++) {
            tracking.add(new TrackingInfo(
                    company, i < numbers.size() ? numbers.get(i) : null, i < urls.size() ? urls.get(i) : null));
        }
        return tracking.isEmpty() && company != null ? List.of(new TrackingInfo(company, null, null)) : tracking;
    }

    private static List<String> strings(Object many, Object one) {
        if (many instanceof List<?> list && !list.isEmpty()) {
            return list.stream().map(String.class::cast).toList();
        }
        return one == null ? List.of() : List.of((String) one);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }
}

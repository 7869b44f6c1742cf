package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The simulated Shopify, seen as its merchant and its customers see it. */
final class Shop {

    private final String url;
    private final HttpJson http = new HttpJson(Optional.empty());

    Shop(String url) {
        this.url = url;
    }

    JsonNode place(String order) {
        return http.post(url + "/control/orders", order);
    }

    JsonNode order(String id) {
        return http.get(url + "/control/orders/" + id);
    }

    /** The topic of a webhook of the order that was answered 200. */
    Optional<String> accepted(String orderId) {
        for (JsonNode delivery : http.get(url + "/control/webhooks").path("deliveries")) {
            if (delivery.path("recordId").asText().equals(orderId)
                    && delivery.path("topic").asText().equals("orders/create")
                    && delivery.path("lastStatus").asInt() == 200) {
                return Optional.of(delivery.path("topic").asText());
            }
        }
        return Optional.empty();
    }

    /** The order's fulfillment with this tracking number. */
    Optional<JsonNode> fulfillmentWith(String orderId, String tracking) {
        for (JsonNode fulfillment : order(orderId).path("fulfillments")) {
            for (JsonNode info : fulfillment.path("tracking")) {
                if (info.path("number").asText().equals(tracking)) {
                    return Optional.of(fulfillment);
                }
            }
        }
        return Optional.empty();
    }
}

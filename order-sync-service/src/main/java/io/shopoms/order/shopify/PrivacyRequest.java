package io.shopoms.order.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the law gives people a right to, as Shopify hands it on: the topics {@code customers/data_request},
 * {@code customers/redact} and {@code shop/redact}.
 *
 * @param what which of them
 * @param subject the customer's number, or the shop's
 * @param number of a data request; 0 for the others
 * @param email the customer's
 * @param orders whose data it is about
 */
public record PrivacyRequest(What what, long subject, long number, Optional<String> email, List<Long> orders) {

    /** The topics; the word is what people search by. */
    public enum What {
        DATA_REQUEST("customers/data_request"),
        CUSTOMER_REDACT("customers/redact"),
        SHOP_REDACT("shop/redact");

        private final String topic;

        What(String topic) {
            this.topic = topic;
        }

        public String topic() {
            return topic;
        }
    }

    public PrivacyRequest {
        orders = List.copyOf(orders);
    }

    /**
     * Reads a payload, whose shape tells its topic.
     *
     * @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} naming the field that is wrong
     */
    public static PrivacyRequest of(String raw) {
        JsonNode json = CustomerJson.object(raw);
        if (!json.has("customer")) {
            return new PrivacyRequest(
                    What.SHOP_REDACT, CustomerJson.id(json, "shop_id").value(), 0, Optional.empty(), List.of());
        }
        JsonNode customer = json.path("customer");
        boolean data = json.has("data_request");
        return new PrivacyRequest(
                data ? What.DATA_REQUEST : What.CUSTOMER_REDACT,
                CustomerJson.id(customer, "id").value(),
                data ? CustomerJson.id(json.path("data_request"), "id").value() : 0,
                CustomerJson.text(customer, "email"),
                numbers(json.path(data ? "orders_requested" : "orders_to_redact")));
    }

    /**
     * Its number in the table. Shopify numbers shops, customers and data requests each on their own: the last digit of four
     * keeps them apart.
     */
    public long recordId() {
        long own = what == What.DATA_REQUEST ? number : subject;
        return Math.addExact(Math.multiplyExact(own, What.values().length + 1L), what.ordinal());
    }

    private static List<Long> numbers(JsonNode list) {
        List<Long> numbers = new ArrayList<>();
        list.forEach(number -> {
            if (number.canConvertToLong()) {
                numbers.add(number.asLong());
            }
        });
        return numbers;
    }

    /** Personal data does not print. */
    @Override
    public String toString() {
        return what.topic() + " of " + subject;
    }
}

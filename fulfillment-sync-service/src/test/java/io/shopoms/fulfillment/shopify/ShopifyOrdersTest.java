package io.shopoms.fulfillment.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.ShopifyClient;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifyOrdersTest {

    private static final String PAGE_END = "\"pageInfo\":{\"hasNextPage\":false}";
    private static final String MORE = "\"pageInfo\":{\"hasNextPage\":true,\"endCursor\":\"next\"}";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();
    private final ShopifyClient client = (document, variables) -> {
        asked.add(document.name() + " " + variables.get("id") + " " + variables.get("after"));
        return Uni.createFrom().item(json(answers.remove()));
    };
    private final ShopifyOrders orders = new ShopifyOrders(store -> client);

    @Test
    void everyPageOfFulfillmentOrdersAndLinesIsRead() {
        // Given
        answers.add(fulfillmentOrders(fulfillmentOrder(1, line(11, 1), MORE), MORE));
        answers.add(fulfillmentOrders(fulfillmentOrder(2, line(21, 3), PAGE_END), PAGE_END));
        answers.add("{\"fulfillmentOrder\":{\"lineItems\":{\"nodes\":[" + line(11, 1) + "," + line(12, 2) + "],"
                + PAGE_END + "}}}");
        answers.add("{\"order\":{\"fulfillments\":[]}}");

        // When
        ShopifyOrder order = read();

        // Then
        assertThat(order.fulfillmentOrders())
                .extracting(f -> f.remaining().total())
                .containsExactly(3, 3);
        assertThat(asked)
                .containsExactly(
                        "fulfillment_orders_of_order gid://shopify/Order/1001 null",
                        "fulfillment_orders_of_order gid://shopify/Order/1001 next",
                        "fulfillment_order_lines gid://shopify/FulfillmentOrder/1 null",
                        "fulfillments_of_order gid://shopify/Order/1001 null");
    }

    @Test
    void everyLineOfALargeFulfillmentIsRead() {
        // Given
        answers.add(fulfillmentOrders("", PAGE_END));
        answers.add("{\"order\":{\"fulfillments\":[" + fulfillment(7, MORE) + "]}}");
        answers.add("{\"fulfillment\":{\"fulfillmentLineItems\":{\"nodes\":[" + units(11, 2) + "],\"pageInfo\":"
                + "{\"hasNextPage\":true,\"endCursor\":\"p2\"}}}}");
        answers.add("{\"fulfillment\":{\"fulfillmentLineItems\":{\"nodes\":[" + units(12, 1) + "]," + PAGE_END + "}}}");

        // When
        ShopifyOrder order = read();

        // Then
        assertThat(order.fulfillments()).singleElement().satisfies(f -> {
            assertThat(f.quantities().total()).isEqualTo(3);
            assertThat(f.tracking().numbers()).containsExactly("1Z1");
        });
        assertThat(asked).last().isEqualTo("fulfillment_lines gid://shopify/Fulfillment/7 p2");
    }

    @Test
    void anOrderThatShopifyNoLongerHasIsRejected() {
        // Given
        answers.add("{\"order\":null}");

        // Then
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        SyncFailureException.class, e -> assertThat(e.failure()).isInstanceOf(RejectedByTarget.class));
    }

    @Test
    void anOrderWithMoreFulfillmentsThanCanBeReadIsNotTouched() {
        // Given
        answers.add(fulfillmentOrders("", PAGE_END));
        answers.add("{\"order\":{\"fulfillments\":[" + "{},".repeat(49) + "{}]}}");

        // Then
        assertThatThrownBy(this::read).hasMessageContaining("50 fulfillments or more");
    }

    private ShopifyOrder read() {
        return orders.read(Orders.STORE, Orders.ORDER).await().indefinitely();
    }

    private static String fulfillmentOrders(String nodes, String page) {
        return "{\"order\":{\"name\":\"#1001\",\"cancelledAt\":null,\"fulfillmentOrders\":{\"nodes\":[" + nodes + "],"
                + page + "}}}";
    }

    private static String fulfillmentOrder(long id, String lines, String page) {
        return "{\"id\":\"gid://shopify/FulfillmentOrder/" + id + "\",\"status\":\"OPEN\",\"assignedLocation\":"
                + "{\"location\":null},\"fulfillmentHolds\":[],\"lineItems\":{\"nodes\":[" + lines + "]," + page
                + "}}";
    }

    private static String line(long id, int remaining) {
        return "{\"id\":\"gid://shopify/FulfillmentOrderLineItem/" + id + "\",\"remainingQuantity\":" + remaining
                + ",\"lineItem\":{\"id\":\"gid://shopify/LineItem/" + id + "\"}}";
    }

    private static String fulfillment(long id, String page) {
        return "{\"id\":\"gid://shopify/Fulfillment/" + id + "\",\"name\":\"#1001-F1\",\"status\":\"SUCCESS\","
                + "\"trackingInfo\":[{\"company\":\"UPS\",\"number\":\"1Z1\",\"url\":null}],"
                + "\"fulfillmentLineItems\":{\"nodes\":[" + units(11, 2) + "]," + page + "}}";
    }

    private static String units(long line, int quantity) {
        return "{\"quantity\":" + quantity + ",\"lineItem\":{\"id\":\"gid://shopify/LineItem/" + line + "\"}}";
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}

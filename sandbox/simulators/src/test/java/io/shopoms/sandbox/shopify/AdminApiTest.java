package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Admin API's runtime rules, over HTTP. */
class AdminApiTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String SHOP = "query Shop { shop { name } }";

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders_list",
                "order_one",
                "fulfillment_orders_of_order",
                "locations_list",
                "webhook_list",
                "shop"
            })
    void documentsRunAsTheyAreAndCostWhatShopifyWouldRoughlyAsk(String document) {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse(
                "{\"taxRate\":\"0.1\",\"discount\":{\"percentage\":\"10\"},\"shipping\":{\"price\":\"4\"}}"));
        Map<String, Object> variables = new HashMap<>();
        variables.put("first", 50);
        variables.put("id", "gid://shopify/Order/" + order.id());

        // When
        JsonNode answer = client.run(ShopifyClient.document(document), variables);

        // Then
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        JsonNode cost = answer.at("/extensions/cost");
        assertThat(cost.path("requestedQueryCost").asInt()).isBetween(1, 300);
        assertThat(cost.path("actualQueryCost").asInt())
                .isBetween(1, cost.path("requestedQueryCost").asInt());
        assertThat(cost.at("/throttleStatus/maximumAvailable").asInt()).isEqualTo(2_000);
    }

    @Test
    void amountsAreWrittenInGraphqlsWayAndIdsAsText() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{\"lines\":[{\"sku\":\"A\",\"price\":\"13.50\"}]}"));

        // When
        JsonNode found = client.run(ShopifyClient.document("orders_list"), Map.of("first", 1))
                .at("/data/orders/nodes/0");

        // Then
        assertThat(found.at("/totalPriceSet/shopMoney/amount").textValue()).isEqualTo("13.5");
        assertThat(found.at("/totalTaxSet/shopMoney/amount").textValue()).isEqualTo("0.0");
        assertThat(found.path("legacyResourceId").textValue()).isEqualTo(Long.toString(order.id()));
        assertThat(found.path("updatedAt").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void pagesHoldEveryOrderOnceAlthoughManyHaveTheSameSecond() {
        // Given
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < 23; i++) {
            placed.add(Long.toString(shopify.placeOrder(OrderDraft.example()).id()));
        }

        // When
        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 5, "query", "updated_at:>=2026-01-01"));
        JsonNode page;
        do {
            page = client.run(ShopifyClient.document("orders_list"), variables).at("/data/orders");
            page.path("nodes")
                    .forEach(node -> seen.add(node.path("legacyResourceId").asText()));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        // Then
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
        assertThat(Set.copyOf(seen)).isEqualTo(placed);
    }

    @Test
    void aWrongTokenIs401AndAWrongVersion404AndARetiredOneFallsForward() {
        // When
        HttpResponse<String> wrongToken =
                new ShopifyClient(shopify).withToken("nope").post(path("2026-10"), query(SHOP));
        HttpResponse<String> noToken =
                new ShopifyClient(shopify).withToken(null).post(path("2026-10"), query(SHOP));
        HttpResponse<String> noVersion = client.post(path("2031-01"), query(SHOP));
        HttpResponse<String> retired = client.post(path("2024-10"), query(SHOP));
        HttpResponse<String> current = client.post(path("2026-10"), query(SHOP));

        // Then
        assertThat(wrongToken.statusCode()).isEqualTo(401);
        assertThat(noToken.statusCode()).isEqualTo(401);
        assertThat(noVersion.statusCode()).isEqualTo(404);
        assertThat(retired.headers().firstValue("X-Shopify-API-Version")).hasValue("2026-01");
        assertThat(current.headers().firstValue("X-Shopify-API-Version")).hasValue("2026-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ shop { colour } } | undefinedField",
                "{ shop(size: 1) { name } } | argumentNotAccepted",
                "{ order { id } } | missingRequiredArguments",
                "{ shop { name @shiny } } | undefinedDirective",
                "mutation($id: ID!) { fulfillmentCancel(id: $id) { userErrors { code } } } | undefinedField"
            })
    void anInvalidDocumentIsRefusedWithoutData(String document, String code) {
        // When
        JsonNode answer = client.run(document, Map.of());

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void aVariableOfAnotherShapeIsRefusedWithoutData() {
        // When
        JsonNode answer = client.run(
                ShopifyClient.document("fulfillment_create"),
                Map.of("fulfillment", Map.of("lineItemsByFulfillmentOrder", List.of(), "colour", "red")));

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_VARIABLE");
        assertThat(answer.at("/errors/0/message").asText()).contains("colour");
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void arraysOfMoreThan250EntriesAreRefused() {
        // Given
        List<Object> many = Collections.nCopies(251, Map.of("fulfillmentOrderId", "gid://shopify/FulfillmentOrder/1"));

        // When
        JsonNode answer = client.run(
                ShopifyClient.document("fulfillment_create"),
                Map.of("fulfillment", Map.of("lineItemsByFulfillmentOrder", many)));

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
    }

    @Test
    void aQueryOfMoreThan1000PointsIsRefused() {
        // When
        JsonNode answer = client.run(
                "{ orders(first: 250) { nodes { lineItems(first: 250) { nodes { id product { id } variant { id } } }"
                        + " fulfillmentOrders(first: 250) { nodes { lineItems(first: 250) { nodes { lineItem { id } } } } } } } }",
                Map.of());

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_COST_EXCEEDED");
        assertThat(answer.at("/errors/0/message").asText())
                .matches("Query cost is \\d+, which exceeds the single query max cost limit \\(1000\\)\\.");
    }

    @ParameterizedTest
    @CsvSource({"{ orders { nodes { id } } }", "{ orders(first: 251) { nodes { id } } }"})
    void aConnectionNeedsASizeOfAtMost250(String document) {
        // When
        JsonNode answer = client.run(document, Map.of());

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void anEmptyBucketSaysThrottledUntilItHasRefilled() {
        // Given a bucket of 20 points, and a query that costs 19
        shopify.close();
        shopify = ShopifySimulator.start(ShopifySettings.defaults().withRestoreRate(1));
        client = new ShopifyClient(shopify);
        String costly = IntStream.range(0, 19)
                .mapToObj(i -> "s" + i + ": shop { id }")
                .collect(Collectors.joining(" ", "{ ", " }"));

        // When
        JsonNode first = client.run(costly, Map.of());
        JsonNode second = client.run(costly, Map.of());

        // Then
        assertThat(first.at("/extensions/cost/actualQueryCost").asInt()).isEqualTo(19);
        assertThat(second.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(second.at("/extensions/cost/requestedQueryCost").asInt()).isEqualTo(19);
        assertThat(second.at("/extensions/cost/actualQueryCost").isNull()).isTrue();
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(client.run("{ shop { id } }", Map.of()).has("errors"))
                                .isFalse());
    }

    @Test
    void aFaultThrottlesOneOperationByNameOrByRootField() {
        // Given
        shopify.faults().add(Fault.throttled("Shop"));
        shopify.faults().add(Fault.throttled("locations"));

        // When
        JsonNode byName = client.run(SHOP, Map.of());
        JsonNode byField = client.run("query Places { locations(first: 1) { nodes { id } } }", Map.of());
        JsonNode again = client.run(SHOP, Map.of());

        // Then
        assertThat(byName.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(byField.at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(again.has("errors")).isFalse();
        assertThat(shopify.requests().count("Shop")).isEqualTo(2);
    }

    @Test
    void aLostResponseStillShipsTheOrder() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.example());
        shopify.faults().add(Fault.lostResponse("FulfillmentCreate"));
        Map<String, Object> all = Map.of(
                "fulfillment",
                Map.of(
                        "lineItemsByFulfillmentOrder",
                        List.of(Map.of(
                                "fulfillmentOrderId",
                                "gid://shopify/FulfillmentOrder/"
                                        + order.fulfillmentOrders().get(0).id()))));

        // When
        assertThat(catchThrowable(() -> client.run(ShopifyClient.document("fulfillment_create"), all)))
                .isInstanceOf(UncheckedIOException.class);
        JsonNode again = client.run(ShopifyClient.document("fulfillment_create"), all);

        // Then
        assertThat(shopify.order(order.id()).fulfillments()).hasSize(1);
        assertThat(again.at("/data/fulfillmentCreate/userErrors/0/message").asText())
                .endsWith("has an unfulfillable status= closed.");
        assertThat(again.at("/data/fulfillmentCreate/userErrors/0/field").toString())
                .isEqualTo("[\"fulfillment\"]");
    }

    @Test
    void aMissingScopeIsAccessDeniedForThatFieldAlone() {
        // Given
        shopify.grantScopes(Set.of("read_locations"));

        // When
        JsonNode answer = client.run("{ shop { name } order(id: \"gid://shopify/Order/1\") { id } }", Map.of());

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Access denied for order field. Required access: `read_orders` access scope.");
        assertThat(answer.at("/data/order").isNull()).isTrue();
        assertThat(answer.at("/data/shop/name").asText()).isEqualTo("acme");
    }

    @Test
    void ordersOlderThan60DaysNeedAScopeOfTheirOwn() {
        // Given
        shopify.placeOrder(OrderDraft.parse("{\"createdAt\":\"2020-01-01T00:00:00Z\"}"));
        shopify.placeOrder(OrderDraft.example());

        // When
        int withScope = client.run("{ orders(first: 5) { nodes { id } } }", Map.of())
                .at("/data/orders/nodes")
                .size();
        shopify.grantScopes(Set.of("read_orders"));
        int without = client.run("{ orders(first: 5) { nodes { id } } }", Map.of())
                .at("/data/orders/nodes")
                .size();

        // Then
        assertThat(withScope).isEqualTo(2);
        assertThat(without).isEqualTo(1);
    }

    @Test
    void trackingEventsAndCancellationRunThroughTheirDocuments() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.example());
        shopify.shipInAdmin(order.id(), new TrackingInfo(null, null, null));
        String id = "gid://shopify/Fulfillment/" + order.fulfillments().get(0).id();

        // When
        JsonNode tracked = client.run(
                ShopifyClient.document("fulfillment_tracking_update"),
                Map.of("id", id, "tracking", Map.of("company", "UPS", "numbers", List.of("1Z1", "1Z2"))));
        JsonNode event = client.run(
                ShopifyClient.document("fulfillment_event"),
                Map.of("event", Map.of("fulfillmentId", id, "status", "DELIVERED", "message", "At the door")));
        JsonNode unknown = client.run(
                ShopifyClient.document("fulfillment_event"),
                Map.of("event", Map.of("fulfillmentId", "gid://shopify/Fulfillment/1", "status", "DELIVERED")));
        JsonNode cancelled = client.run(ShopifyClient.document("fulfillment_cancel"), Map.of("id", id));

        // Then
        assertThat(tracked.at("/data/fulfillmentTrackingInfoUpdate/fulfillment/trackingInfo/1/number")
                        .asText())
                .isEqualTo("1Z2");
        assertThat(event.at("/data/fulfillmentEventCreate/fulfillmentEvent/status")
                        .asText())
                .isEqualTo("DELIVERED");
        assertThat(unknown.at("/data/fulfillmentEventCreate/userErrors/0/message")
                        .asText())
                .isEqualTo("Fulfillment does not exist.");
        assertThat(cancelled
                        .at("/data/fulfillmentCancel/fulfillment/displayStatus")
                        .asText())
                .isEqualTo("CANCELED");
    }

    @Test
    void aBodyThatIsNoGraphqlRequestIs400() {
        assertThat(client.post(path("2026-10"), Json.MAPPER.createObjectNode()).statusCode())
                .isEqualTo(400);
        ArrayNode list = Json.MAPPER.createArrayNode();
        assertThat(client.post(path("2026-10"), list).statusCode()).isEqualTo(400);
    }

    @Test
    void anythingElseBelowAdminIsNotFound() {
        assertThat(client.get("/admin/api/2026-10/orders.json").statusCode()).isEqualTo(404);
    }

    private static String path(String version) {
        return "/admin/api/" + version + "/graphql.json";
    }

    private static ObjectNode query(String query) {
        return Json.MAPPER.createObjectNode().put("query", query);
    }
}

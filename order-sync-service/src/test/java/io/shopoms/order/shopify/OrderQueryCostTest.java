package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sync.shopify.GraphqlDocument;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the documents cost before they are executed; Shopify refuses a query of more than 1,000 points. */
class OrderQueryCostTest {

    private static final int WELL_BELOW_THE_LIMIT = 800;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ShopifySimulator shopify;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
    }

    @AfterAll
    static void stop() {
        shopify.close();
    }

    @Test
    void aPageOfOrders() throws Exception {
        // When
        int cost = requested("orders_updated_since", variables("first", 25));

        // Then
        assertThat(cost).isBetween(100, WELL_BELOW_THE_LIMIT);
    }

    @Test
    void ordersByTheirIds() throws Exception {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{}"));

        // When
        int one = requested("orders_by_id", variables("ids", List.of("gid://shopify/Order/" + order.id())));

        // Then: at worst each is charged in full
        assertThat(one * OrdersById.AT_ONCE).isBetween(100, WELL_BELOW_THE_LIMIT);
    }

    @Test
    void allRefundsOfAnOrder() throws Exception {
        // Given
        Map<String, Object> variables = variables("ids", List.of("gid://shopify/Order/1"));
        variables.put("lines", 100);
        variables.put("refunds", OrderCompletion.ALL_REFUNDS);

        // When
        int cost = requested("orders_by_id", variables);

        // Then
        assertThat(cost).isBetween(100, WELL_BELOW_THE_LIMIT);
    }

    private static Map<String, Object> variables(String name, Object value) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("lines", OrderCompletion.LINES);
        variables.put("refunds", OrderCompletion.REFUNDS);
        variables.put(name, value);
        return variables;
    }

    private static int requested(String document, Map<String, Object> variables)
            throws IOException, InterruptedException {
        String text = GraphqlDocument.of(OrderPages.class, document).text();
        String body = JSON.writeValueAsString(Map.of("query", text, "variables", variables));
        HttpRequest request = HttpRequest.newBuilder(shopify.uri().resolve("/admin/api/2026-10/graphql.json"))
                .header("X-Shopify-Access-Token", shopify.settings().accessToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        JsonNode answer = JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
        assertThat(answer.has("errors")).as("%s", answer).isFalse();
        return answer.at("/extensions/cost/requestedQueryCost").asInt();
    }
}

package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.order.fixtures.PlainShopifyClient;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sync.shopify.GraphqlDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the documents cost before they are executed; Shopify refuses a query of more than 1,000 points. */
class OrderQueryCostTest {

    private static final int WELL_BELOW_THE_LIMIT = 800;

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
    void aPageOfOrders() {
        // When
        int cost = requested("orders_updated_since", variables("first", 25));

        // Then
        assertThat(cost).isBetween(100, WELL_BELOW_THE_LIMIT);
    }

    @Test
    void ordersByTheirIds() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{}"));

        // When
        int one = requested("orders_by_id", variables("ids", List.of("gid://shopify/Order/" + order.id())));

        // Then: at worst each is charged in full
        assertThat(one * OrdersById.AT_ONCE).isBetween(100, WELL_BELOW_THE_LIMIT);
    }

    @Test
    void allRefundsOfAnOrder() {
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

    private static int requested(String document, Map<String, Object> variables) {
        String text = GraphqlDocument.of(OrderPages.class, document).text();
        return new PlainShopifyClient(shopify)
                .answer(text, variables)
                .at("/extensions/cost/requestedQueryCost")
                .asInt();
    }
}

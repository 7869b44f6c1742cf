package io.shopoms.order.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.fixtures.PlainShopifyClient;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sync.cache.RawFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of the simulated Shopify: the webhook and what the service reads by GraphQL are one order. */
class SimulatedOrdersTest {

    private static final String REFUND = """
            mutation RefundCreate($input: RefundInput!, $key: String!) {
              refundCreate(input: $input) @idempotent(key: $key) { refund { id } userErrors { message } }
            }""";

    private static ShopifySimulator shopify;
    private static PlainShopifyClient client;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new PlainShopifyClient(shopify);
    }

    @AfterAll
    static void stop() {
        shopify.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"taxRate\":\"0.0725\",\"discounts\":[{\"code\":\"A\",\"amount\":\"3.33\"},"
                        + "{\"title\":\"B\",\"percentage\":\"7\",\"kind\":\"automatic\"}],"
                        + "\"shippingLines\":[{\"price\":\"4.90\"},{\"title\":\"Oversize\",\"price\":\"9.00\"}]}",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":3,\"duties\":[{\"price\":\"4.20\",\"taxes\":[{\"title\":\"GST\",\"rate\":\"0.05\"}]}]},"
                        + "{\"title\":\"Engraving\",\"price\":\"5.00\"}]}",
                "{\"lines\":[{\"sku\":\"A\",\"duties\":[{\"price\":\"4.20\"}]}],\"dutiesIncluded\":true}",
                "{\"taxRate\":\"0.1\",\"fees\":[{\"name\":\"Packaging\",\"price\":\"2.00\",\"taxes\":[{\"title\":\"Tax\",\"rate\":\"0.1\"}]},"
                        + "{\"name\":\"Recycling\",\"price\":\"1.00\"}],\"tip\":\"3.00\"}",
                "{\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"bundle\":{\"title\":\"Set\",\"sku\":\"SET-1\",\"quantity\":2}},"
                        + "{\"sku\":\"B\",\"bundle\":{\"title\":\"Set\",\"sku\":\"SET-1\",\"quantity\":2}},{\"sku\":\"C\",\"deleted\":true}]}",
                "{\"company\":{\"name\":\"Example Ltd\"},\"poNumber\":\"PO-1\",\"taxExempt\":true,\"gateway\":\"bank deposit\"}",
                "{\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.92\",\"taxRate\":\"0.1\",\"shipping\":{\"price\":\"5\"}}",
                "{\"currency\":\"CHF\",\"cashRounding\":\"0.05\",\"gateway\":\"cash\",\"paid\":true,\"lines\":[{\"sku\":\"A\",\"price\":\"11.98\"}]}",
                "{\"payments\":[{\"gateway\":\"gift_card\",\"amount\":\"4.00\"},{\"status\":\"pending\"}],\"anonymous\":true}",
                "{\"currency\":\"KWD\",\"taxRate\":\"0.05\",\"lines\":[{\"sku\":\"A\",\"price\":\"7.855\",\"quantity\":3}]}"
            })
    void bothFormsOfAPlacedOrderAreOneOrder(String draft) {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse(draft));

        // When / Then
        assertThatBothFormsAgree(order);
    }

    @Test
    void bothFormsOfAnEditedAndOfACancelledOrderAreOneOrder() {
        // Given
        OrderDraft draft = OrderDraft.parse(
                "{\"taxRate\":\"0.1\",\"lines\":[{\"sku\":\"A\",\"quantity\":3},{\"sku\":\"B\"}],\"shipping\":{\"price\":\"5\"}}");
        Order edited = shopify.placeOrder(draft);
        Order cancelled = shopify.placeOrder(draft);

        // When
        shopify.editOrder(edited.id(), OrderEdit.quantity("A", 1));
        shopify.cancelOrder(cancelled.id(), "customer", true);

        // Then
        assertThatBothFormsAgree(edited);
        assertThatBothFormsAgree(cancelled);
    }

    @Test
    void refundsBeyondAPageAreReadWhole() {
        // Given
        String lines = IntStream.range(0, 45)
                .mapToObj(i -> "{\"sku\":\"L" + i + "\",\"quantity\":8,\"price\":\"10.00\"}")
                .collect(Collectors.joining(","));
        Order order = shopify.placeOrder(
                OrderDraft.parse("{\"taxRate\":\"0.1\",\"shipping\":{\"price\":\"5\"},\"lines\":[" + lines + "]}"));
        List<String> lineIds = new ArrayList<>();
        order.lines().forEach(line -> lineIds.add(new ShopifyId(line.id()).gid("LineItem")));

        // When
        refund(order, lineIds.subList(0, 25));
        for (int i = 0; i < 5; i++) {
            refund(order, List.of(lineIds.get(i)));
        }

        // Then
        ShopifyOrder read = assertThatBothFormsAgree(order);
        assertThat(read.lines()).hasSize(45);
        assertThat(read.refunds()).hasSize(6);
        assertThat(read.refunds().get(0).lines()).hasSize(25);
    }

    private static ShopifyOrder assertThatBothFormsAgree(Order order) {
        String webhook = new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8);
        ShopifyId id = new ShopifyId(order.id());
        String node = new OrdersById()
                .read(client, List.of(id))
                .await()
                .indefinitely()
                .get(id);
        for (AmountsIn amountsIn : AmountsIn.values()) {
            assertThat(OrderJson.decode(RawFormat.GRAPHQL, node, amountsIn))
                    .usingRecursiveComparison()
                    .ignoringFields("company.value.name", "company.value.locationName")
                    .isEqualTo(OrderJson.decode(RawFormat.WEBHOOK, webhook, amountsIn));
        }
        return OrderJson.decode(RawFormat.GRAPHQL, node, AmountsIn.SHOP);
    }

    private static void refund(Order order, List<String> lines) {
        List<Map<String, Object>> units = lines.stream()
                .<Map<String, Object>>map(
                        line -> Map.of("lineItemId", line, "quantity", 1, "restockType", "NO_RESTOCK"))
                .toList();
        Map<String, Object> variables = new HashMap<>();
        variables.put("input", Map.of("orderId", "gid://shopify/Order/" + order.id(), "refundLineItems", units));
        variables.put("key", "refund-" + order.refunds().size());
        JsonNode answer = client.answer(REFUND, variables);
        assertThat(answer.at("/data/refundCreate/userErrors")).isEmpty();
    }
}

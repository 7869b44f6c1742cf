package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of orders/* webhooks against JSON Schemas inferred from documented and recorded ones. */
class OrderPayloadRealIT {

    /** Where the schemas, inferred from few samples, know less than Shopify sends. */
    private static final List<Pattern> SEEN_NARROWLY = List.of(
            // No sample has a refund: "items": false.
            Pattern.compile("/refunds"),
            // Shipped lines were seen with a rate of 0 and 1 only, and without tax on the rest.
            Pattern.compile("/fulfillments/\\d+/line_items/\\d+/tax_lines/\\d+/rate"));

    private static ShopifySimulator shopify;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
    }

    @AfterAll
    static void stop() {
        shopify.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"taxRate\":\"0.0725\",\"discount\":{\"amount\":\"3.33\"},\"shipping\":{\"price\":\"4.90\"}}",
                "{\"taxRate\":\"0.2\",\"taxesIncluded\":true,\"discount\":{\"percentage\":\"15\",\"kind\":\"automatic\"}}",
                "{\"gateway\":\"Cash on Delivery (COD)\",\"note\":\"Ring twice\",\"tags\":[\"vip\",\"gift\"]}",
                "{\"currency\":\"JPY\",\"lines\":[{\"sku\":\"A\",\"price\":\"1200\",\"quantity\":3}],\"taxRate\":\"0.1\"}",
                "{\"presentmentCurrency\":\"EUR\",\"exchangeRate\":\"0.92\",\"taxRate\":\"0.1\",\"tip\":\"2.00\"}",
                "{\"attributes\":{\"gift\":\"yes\"},\"lines\":[{\"sku\":\"A\",\"properties\":{\"engraving\":\"Ada\"}}]}"
            })
    void aPlacedOrderHasTheDocumentedShape(String draft) throws IOException {
        // When
        long id = shopify.placeOrder(OrderDraft.parse(draft)).id();

        // Then
        assertThat(violations("create", id)).isEmpty();
        assertThat(violations("paid", id)).isEmpty();
    }

    @Test
    void aShippedAnEditedAndACancelledOrderHaveTheDocumentedShape() throws IOException {
        // Given
        OrderDraft draft = OrderDraft.parse("{\"taxRate\":\"0.1\",\"lines\":[{\"sku\":\"A\",\"quantity\":3}]}");
        long shipped = shopify.placeOrder(draft).id();
        long edited = shopify.placeOrder(draft).id();
        long cancelled = shopify.placeOrder(draft).id();

        // When
        shopify.shipInAdmin(shipped, new TrackingInfo("UPS", "1Z999", null));
        shopify.editOrder(edited, OrderEdit.quantity("A", 1));
        shopify.cancelOrder(cancelled, "customer", true);

        // Then
        assertThat(violations("fulfilled", shipped)).isEmpty();
        assertThat(violations("updated", edited)).isEmpty();
        assertThat(violations("cancelled", cancelled)).isEmpty();
    }

    @Test
    void theFieldsAreThoseOfTheDocumentedPayloadNoMoreAndNoFewer() throws IOException {
        // Given
        JsonNode schema = WebhookSchemas.of("orders/create");
        long id = shopify.placeOrder(OrderDraft.parse("{\"shipping\":{\"price\":\"1\"}}"))
                .id();

        // When
        JsonNode body = body(id);

        // Then
        assertThat(WebhookSchemas.names(body))
                .hasSize(93)
                .isEqualTo(without(WebhookSchemas.names(schema.path("properties")), "company"));
        assertThat(WebhookSchemas.names(body.at("/line_items/0")))
                .hasSize(32)
                .isEqualTo(WebhookSchemas.names(schema.at("/properties/line_items/items/properties")));
        assertThat(WebhookSchemas.names(body.at("/shipping_lines/0")))
                .isEqualTo(WebhookSchemas.names(schema.at("/properties/shipping_lines/items/properties")));
    }

    @Test
    void theRefundOfACancelledOrderHasTheFieldsOfADocumentedOne() throws IOException {
        // Given
        long id = shopify.placeOrder(OrderDraft.parse("{\"taxRate\":\"0.1\"}")).id();
        shopify.cancelOrder(id, "customer", true);
        JsonNode schema = WebhookSchemas.of("refunds/create");

        // When
        JsonNode refund = body(id).at("/refunds/0");

        // Then
        assertThat(WebhookSchemas.names(schema.path("properties"))).containsAll(WebhookSchemas.names(refund));
        assertThat(WebhookSchemas.names(schema.at("/properties/refund_line_items/items/properties")))
                .containsAll(WebhookSchemas.names(refund.at("/refund_line_items/0")));
        assertThat(refund.at("/refund_line_items/0/subtotal").isNumber()).isTrue();
    }

    private static TreeSet<String> without(TreeSet<String> names, String name) {
        names.remove(name);
        return names;
    }

    private static List<String> violations(String topic, long orderId) throws IOException {
        return WebhookSchemas.violations("orders/" + topic, body(orderId), SEEN_NARROWLY);
    }

    private static JsonNode body(long orderId) throws IOException {
        return Json.MAPPER.readTree(shopify.webhookBody(orderId));
    }
}

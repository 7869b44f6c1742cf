package io.shopoms.sandbox.real;

import static io.shopoms.sandbox.real.WebhookSchemas.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Customer;
import io.shopoms.sandbox.shopify.order.CustomerDesk;
import io.shopoms.sandbox.shopify.order.CustomerProfile;
import io.shopoms.sandbox.shopify.order.DeletedOrder;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.RefundWish;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.order.Transaction;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of webhooks about orders, refunds, payments and customers against Shopify's JSON Schemas. */
class OrderPayloadRealIT {

    /** Where the schemas, inferred from few samples, know less than Shopify sends. */
    private static final List<Pattern> SEEN_NARROWLY = List.of(
            // No sample has one of these: "items": false.
            Pattern.compile("/refunds"),
            Pattern.compile("/returns"),
            Pattern.compile("/line_item_groups"),
            Pattern.compile("/refund_shipping_lines"),
            Pattern.compile("/duties"),
            Pattern.compile("(/refund_line_items/\\d+)?/line_items?(/\\d+)?/duties"),
            Pattern.compile("/shipping_lines/\\d+/discount_allocations"),
            // No sample has null here, which custom lines and acts of the store itself have.
            Pattern.compile("/line_items/\\d+/sku"),
            Pattern.compile("/user_id"),
            Pattern.compile("/device_id"),
            Pattern.compile("/transactions/\\d+/payment_details/.*"),
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
                "{\"tip\":\"2.00\",\"tipAsLine\":true,\"gateway\":\"manual\",\"discounts\":[{\"kind\":\"manual\","
                        + "\"title\":\"Dent\",\"amount\":\"1\",\"each\":true},{\"percentage\":\"5\"}]}",
                "{\"company\":{\"name\":\"Acme Ltd\"},\"taxExempt\":true,\"sourceName\":\"shopify_draft_order\"}",
                "{\"fees\":[{\"price\":\"1.50\"}],\"payments\":[{\"gateway\":\"gift_card\",\"amount\":\"5\"},{}]}",
                "{\"lines\":[{\"sku\":\"A\",\"duties\":[{\"harmonizedSystemCode\":\"520300\",\"price\":\"2\"}],"
                        + "\"bundle\":{\"title\":\"Box\"}},{\"sku\":\"B\",\"deleted\":true}]}",
                "{\"sourceName\":\"pos\",\"currency\":\"CHF\",\"cashRounding\":\"0.05\",\"payments\":[{\"gateway\":\"cash\"}]}",
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
        assertThat(names(body)).hasSize(93).isEqualTo(without(names(schema.path("properties")), "company"));
        assertThat(names(body.at("/line_items/0")))
                .hasSize(32)
                .isEqualTo(names(schema.at("/properties/line_items/items/properties")));
        assertThat(names(body.at("/shipping_lines/0")))
                .isEqualTo(names(schema.at("/properties/shipping_lines/items/properties")));
    }

    @Test
    void aRefundWithShippingAnAdjustmentAndDutiesHasTheDocumentedShape() throws IOException {
        // Given
        long id = shopify.placeOrder(OrderDraft.parse("{\"taxRate\":\"0.1\",\"shipping\":{\"price\":\"5\"},"
                        + "\"lines\":[{\"sku\":\"A\",\"quantity\":2,\"duties\":[{\"price\":\"2\"}]}]}"))
                .id();

        // When
        Refund refund = shopify.admin()
                .refund(
                        id,
                        RefundWish.from(
                                Json.MAPPER.readTree(
                                        "{\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"restock\":\"cancel\"}],"
                                                + "\"shipping\":true,\"duties\":true,\"amount\":\"7.00\",\"note\":\"Dented\"}")));

        // Then
        JsonNode schema = WebhookSchemas.of("refunds/create");
        JsonNode body = Json.MAPPER.readTree(shopify.bodyOf(refund));
        assertThat(violations("refunds/create", shopify.bodyOf(refund))).isEmpty();
        assertThat(names(body)).isEqualTo(names(schema.path("properties")));
        assertThat(names(schema.at("/properties/refund_line_items/items/properties")))
                .isEqualTo(names(body.at("/refund_line_items/0")));
        assertThat(names(schema.at("/properties/order_adjustments/items/properties")))
                .isEqualTo(names(body.at("/order_adjustments/0")));
        assertThat(body.at("/refund_line_items/0/subtotal").isNumber()).isTrue();
        assertThat(body(id).at("/refunds/0")).isEqualTo(body);
    }

    @Test
    void paymentsHaveTheDocumentedShape() throws IOException {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse("{\"payments\":[{\"kind\":\"authorization\"}]}"));

        // When
        shopify.admin().capture(order.id(), null);

        // Then
        for (Transaction transaction : order.transactions()) {
            assertThat(violations("order_transactions/create", shopify.bodyOf(transaction)))
                    .isEmpty();
        }
    }

    @Test
    void whatAnEditDidHasTheDocumentedShapeAndIsNoOrder() throws IOException {
        // Given
        try (ShopifySimulator store = ShopifySimulator.start(ShopifySettings.defaults())) {
            store.sendWebhooksTo(URI.create("http://127.0.0.1:9"), "hush", List.of("orders/edited"));
            long id = store.placeOrder(OrderDraft.example()).id();

            // When
            store.editOrder(id, OrderEdit.quantity("MUG-1", 3));

            // Then
            byte[] body = store.deliveries().log().get(0).webhook().body();
            assertThat(violations("orders/edited", body)).isEmpty();
            assertThat(Json.MAPPER
                            .readTree(body)
                            .at("/order_edit/line_items/additions/0/delta")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void customersHaveTheDocumentedShape() throws IOException {
        // Given
        Order order =
                shopify.placeOrder(OrderDraft.parse("{\"email\":\"eve@example.com\",\"phone\":\"+12125550111\"}"));
        Customer customer = order.customer().orElseThrow();
        shopify.admin()
                .updateCustomer(
                        customer.id(),
                        CustomerProfile.from(
                                Json.MAPPER.readTree("{\"note\":\"Likes tea\",\"address\":{\"company\":\"Acme\","
                                        + "\"firstName\":\"Eve\",\"lastName\":\"Example\",\"address1\":\"1 Road\",\"address2\":\"\","
                                        + "\"city\":\"Boston\",\"province\":\"Massachusetts\",\"provinceCode\":\"MA\","
                                        + "\"zip\":\"02108\",\"phone\":\"+12125550111\"}}")));
        byte[] body = shopify.bodyOf(customer);
        CustomerDesk.Redaction redaction =
                new CustomerDesk.Redaction(customer.id(), customer.email(), customer.phone(), List.of(order.id()));

        // Then
        assertThat(violations("customers/create", body)).isEmpty();
        assertThat(violations("customers/update", body)).isEmpty();
        assertThat(names(Json.MAPPER.readTree(body)))
                .hasSize(17)
                .isEqualTo(names(WebhookSchemas.of("customers/update").path("properties")));
        assertThat(violations("customers/merge", shopify.bodyOf(new CustomerDesk.Merge(1, 2))))
                .isEmpty();
        assertThat(violations("customers/delete", shopify.bodyOf(new CustomerDesk.Deletion(1))))
                .isEmpty();
        assertThat(violations("customers/redact", shopify.bodyOf(redaction))).isEmpty();
        assertThat(violations("orders/delete", shopify.bodyOf(new DeletedOrder(order.id()))))
                .isEmpty();
    }

    private static TreeSet<String> without(TreeSet<String> names, String name) {
        names.remove(name);
        return names;
    }

    private static List<String> violations(String topic, long orderId) throws IOException {
        return violations("orders/" + topic, shopify.webhookBody(orderId));
    }

    private static List<String> violations(String topic, byte[] body) throws IOException {
        return WebhookSchemas.violations(topic, Json.MAPPER.readTree(body), SEEN_NARROWLY);
    }

    private static JsonNode body(long orderId) throws IOException {
        return Json.MAPPER.readTree(shopify.webhookBody(orderId));
    }
}

package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks that tell of an order without carrying it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderSignalsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ORDER = """
            {"lines": [{"sku": "CSH-WHT-S", "title": "Sweater", "quantity": 3, "price": "120.00"},
                       {"sku": "MUG-1", "title": "Mug", "quantity": 1, "price": "11.90"}],
             "taxRate": "0.10", "webhooks": false}""";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    ShopifySimulator shopify;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        shopify.reset();
    }

    @Test
    void anEditThatIsToldWithoutItsOrderReachesOdoo() {
        // Given
        long id = shopify.placeOrder(OrderDraft.parse(ORDER)).id();
        tables.receive(new String(shopify.webhookBody(id), StandardCharsets.UTF_8));
        tables.processed(id);
        shopify.editOrder(id, OrderEdit.quantity("MUG-1", 0));

        // When
        tables.signal("{\"order_edit\":{\"id\":1,\"order_id\":" + id + ",\"committed_at\":\"" + Instant.now() + "\"}}");

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(tables.signalNote(id)).isEqualTo("the order was read again");
            assertThat(odoo.data().orders(shopify.order(id).name()))
                    .filteredOn(order -> order.origin().endsWith(":" + id))
                    .singleElement()
                    .satisfies(order -> assertThat(order.total()).isEqualByComparingTo("396.00"));
        });
    }

    @Test
    void ordersThatNoWebhookBroughtAreReadTogether() {
        // Given
        long[] ids = IntStream.range(0, 8)
                .mapToLong(i -> shopify.placeOrder(OrderDraft.parse(ORDER)).id())
                .toArray();
        long before = calls();

        // When
        String[] signals = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            signals[i] = "{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Refund/1\",\"order_id\":" + ids[i] + "}";
        }
        tables.signal(signals);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tables.cached()).isEqualTo(8));
        tables.processed(ids);
        assertThat(calls() - before).as("calls for eight orders").isEqualTo(1);
    }

    @Test
    void anOrderThatIsNewerThanTheEventIsNotReadAgain() {
        // Given
        long id = shopify.placeOrder(OrderDraft.parse(ORDER)).id();
        tables.receive(new String(shopify.webhookBody(id), StandardCharsets.UTF_8));
        tables.processed(id);
        long before = calls();

        // When
        tables.signal(
                Instant.now().minusSeconds(60),
                "{\"id\":1,\"admin_graphql_api_id\":\"gid://shopify/Refund/1\"," + "\"order_id\":" + id
                        + ",\"created_at\":\"2020-01-01T00:00:00Z\"}");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.signalNote(id)).isEqualTo("the cached order is newer"));
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void anOrderThatShopifyDeletedIsLeftAsItIsInOdoo() {
        // Given
        long id = 987_654_321L;

        // When
        tables.signal("{\"id\":" + id + "}");

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.signalNote(id)).startsWith("Shopify no longer has the order"));
        assertThat(tables.cached()).isZero();
    }

    private long calls() {
        return shopify.requests().count("OrdersById");
    }
}

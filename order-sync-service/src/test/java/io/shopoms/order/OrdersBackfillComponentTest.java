package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.OrderView;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrdersBackfillComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String ORDER = """
            {"lines": [{"sku": "CSH-WHT-S", "title": "Sweater", "quantity": 3, "price": "120.00"},
                       {"sku": "MUG-1", "title": "Mug", "quantity": 1, "price": "11.90"}],
             "discount": {"code": "SAVE10", "amount": "10.00"}, "shipping": {"title": "Standard", "price": "5.00"},
             "taxRate": "0.10", "webhooks": false}""";

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    @Inject
    Jobs jobs;

    @Inject
    Stores stores;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

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
    void aBackfillBringsWhatNoWebhookBrought() {
        // Given
        List<Order> orders = IntStream.range(0, 60)
                .mapToObj(i -> shopify.placeOrder(OrderDraft.parse(ORDER)))
                .toList();
        long[] ids = orders.stream().mapToLong(Order::id).toArray();

        // When
        jobs.start("orders", OrderTables.SHOP, Map.of("from", "2020-01-01"))
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tables.cached()).isEqualTo(60));
        tables.processed(ids);
        assertThat(sale(ids[0]).total()).isEqualByComparingTo("403.59");
    }

    @Test
    void anOrderOfHundredsOfLinesComesWhole() {
        // Given
        String lines = IntStream.range(0, 230)
                .mapToObj(i ->
                        "{\"sku\": \"MUG-1\", \"title\": \"Mug " + i + "\", \"quantity\": 1, \"price\": \"11.90\"}")
                .collect(Collectors.joining(","));
        Order order = shopify.placeOrder(OrderDraft.parse("{\"lines\": [" + lines + "], \"webhooks\": false}"));

        // When
        jobs.start("orders", OrderTables.SHOP, Map.of("from", "2020-01-02"))
                .await()
                .atMost(LIMIT);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tables.cached()).isEqualTo(1));
        tables.processed(order.id());
        assertThat(sale(order.id()).lines()).hasSize(230);
        assertThat(sale(order.id()).total()).isEqualByComparingTo("2737.00");
    }

    @Test
    void whatAWebhookBroughtIsNoNewsToTheLookback() {
        // Given
        Order order = shopify.placeOrder(OrderDraft.parse(ORDER));
        String webhook = new String(shopify.webhookBody(order.id()), StandardCharsets.UTF_8);
        tables.receive(webhook);
        tables.processed(order.id());
        ScheduledTask lookback = tasks.stream()
                .filter(task -> task.name().equals("orders-lookback"))
                .findFirst()
                .orElseThrow();

        // When
        lookback.run(stores.find(OrderTables.SHOP).orElseThrow()).await().atMost(LIMIT);

        // Then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.jobCounters("orders"))
                        .contains("COMPLETED processed=1 created=0 updated=0 skipped=1"));
        assertThat(OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP)
                        .totals()
                        .total())
                .hasToString("403.59 USD");
    }

    @Test
    void parametersThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> jobs.start("orders", OrderTables.SHOP, Map.of("from", "yesterday"))
                        .await()
                        .atMost(LIMIT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from");
    }

    private OrderView sale(long id) {
        return odoo.data().orders().stream()
                .filter(order -> order.origin().endsWith(":" + id))
                .findFirst()
                .orElseThrow();
    }
}

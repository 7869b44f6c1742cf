package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RealOdoo;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Orders into a real Odoo: with the products of the sandbox's demo catalog, taxes of 10 % excluded and 19 % included, and
 * pricelists in USD and EUR. Every run makes orders of its own and leaves them there.
 */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdoo.class)
class OrderRealIT {

    private static final Logger LOG = Logger.getLogger(OrderRealIT.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<String> KINDS = List.of(
            "two-lines-taxed-shipping",
            "code-over-three-units",
            "taxes-included-eur",
            "guest-download",
            "company-with-notes",
            "custom-item-and-tip",
            "tip-as-line",
            "gift-card",
            "free-shipping-two-lines",
            "edited");

    private static long lastOrder = Instant.now().getEpochSecond() * 1000;

    @Inject
    OrderTables tables;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    private OdooClient odoo;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo = clients.of(stores.find(OrderTables.SHOP).orElseThrow());
    }

    @Test
    void ordersOfManyKindsHaveShopifysTotalAndOneDelivery() {
        // Given
        List<String> webhooks =
                KINDS.stream().map(kind -> fresh(kind, payload -> {})).toList();

        // When
        tables.receive(webhooks);

        // Then
        for (String webhook : webhooks) {
            ShopifyOrder order = OrderJson.decode(RawFormat.WEBHOOK, webhook, AmountsIn.SHOP);
            tables.processed(order.id().value());
            JsonNode sale = sale(order.id().value());
            assertThat(sale.path("amount_total").decimalValue())
                    .as("%s", order)
                    .isEqualByComparingTo(order.totals().total().amount());
            assertThat(sale.path("state").asText()).isEqualTo("sale");
            assertThat(sale.path("picking_ids")).as("%s", order).hasSizeLessThanOrEqualTo(1);
            assertThat(tables.link(order.id().value()).moneyCheck()).startsWith("equal");
            LOG.infof(
                    "%s %s: %s, tax %s, money %s",
                    order,
                    sale.path("name").asText(),
                    order.totals().total(),
                    sale.path("amount_tax").asText(),
                    tables.link(order.id().value()).moneyCheck());
        }
    }

    @Test
    void aReplayAfterALostLinkLeavesOneOrderAndOneDelivery() {
        // Given
        String webhook = fresh("two-lines-taxed-shipping", payload -> {});
        long id = lastOrder;
        tables.receive(webhook);
        tables.processed(id);
        tables.loseLink(id);

        // When
        tables.retry(id);
        tables.processed(id);

        // Then
        assertThat(sale(id).path("picking_ids")).hasSize(1);
    }

    @Test
    void anEditAndACancellationAreFollowed() {
        // Given
        String webhook = fresh("two-lines-taxed-shipping", payload -> {});
        long id = lastOrder;
        tables.receive(webhook);
        tables.processed(id);

        // When
        String edited = later(webhook, payload -> {
            item(payload, 0).put("current_quantity", 1);
            ((ObjectNode) payload.get("shipping_address")).put("address1", "99 Other Street");
            // 25.50 + 11.90 + 5.00, each with 10 %.
            payload.put("current_total_price", "46.64").remove("current_total_price_set");
            payload.put("current_total_tax", "4.24").remove("current_total_tax_set");
        });
        tables.receive(edited);
        tables.processed(id);
        JsonNode afterEdit = sale(id);
        tables.receive(later(edited, payload -> payload.put("cancelled_at", "2026-11-20T00:00:00Z")));
        tables.processed(id);

        // Then
        assertThat(afterEdit.path("amount_total").decimalValue()).isEqualByComparingTo("46.64");
        assertThat(afterEdit.path("picking_ids")).hasSize(1);
        assertThat(sale(id).path("state").asText()).isEqualTo("cancel");
    }

    @Test
    void fiftyOrdersGoThroughAsABatch() {
        // Given
        List<String> webhooks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            webhooks.add(fresh("two-lines-taxed-shipping", payload -> {}));
        }
        long start = System.nanoTime();

        // When
        tables.receive(webhooks);
        tables.processed(LongStream.rangeClosed(lastOrder - 49, lastOrder).toArray());

        // Then
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        LOG.infof("50 orders confirmed in %d ms: %.1f orders/s", took.toMillis(), 50_000.0 / took.toMillis());
        assertThat(tables.links()).isEqualTo(50);
    }

    private static String fresh(String kind, Consumer<ObjectNode> change) {
        long id = ++lastOrder;
        return RecordedOrders.changed(RecordedOrders.webhook(kind), payload -> {
            payload.put("id", id).put("name", "#" + id);
            int line = 0;
            for (JsonNode item : payload.withArray("line_items")) {
                ((ObjectNode) item).put("id", id * 100 + line++);
            }
            for (JsonNode shipping : payload.withArray("shipping_lines")) {
                ((ObjectNode) shipping).put("id", id * 100 + line++);
            }
            change.accept(payload);
        });
    }

    private static String later(String webhook, Consumer<ObjectNode> change) {
        return RecordedOrders.changed(webhook, payload -> {
            payload.put(
                    "updated_at",
                    OffsetDateTime.parse(payload.get("updated_at").asText())
                            .plusMinutes(5)
                            .toString());
            change.accept(payload);
        });
    }

    private static ObjectNode item(ObjectNode payload, int index) {
        return (ObjectNode) payload.withArray("line_items").get(index);
    }

    private JsonNode sale(long order) {
        List<JsonNode> sales = odoo.searchRead(
                        "sale.order",
                        Domain.where("origin", "=", "shopify:" + OrderTables.SHOP + ":" + order),
                        List.of("name", "state", "amount_total", "amount_tax", "picking_ids"),
                        "",
                        0)
                .await()
                .atMost(LIMIT);
        assertThat(sales).hasSize(1);
        return sales.get(0);
    }
}

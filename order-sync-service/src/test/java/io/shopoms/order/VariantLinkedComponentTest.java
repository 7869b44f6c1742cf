package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.order.cache.VariantLinks;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.RecordedOrders;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.view.LineView;
import io.shopoms.sync.intake.DomainEventConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalog service tells of variants and their products. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class VariantLinkedComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static long last = 885_000;

    @Inject
    OrderTables tables;

    @Inject
    VariantLinks links;

    @Inject
    ConfirmedPublisher publisher;

    @Inject
    DomainEventConsumer consumer;

    @Inject
    ObjectMapper json;

    @Inject
    Migrations migrations;

    OdooSimulator odoo;

    private long id;

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        await().atMost(LIMIT).untilAsserted(() -> assertThat(consumer.problem()).isEmpty());
        tables.empty();
        odoo.faults().clear();
        id = ++last;
    }

    @Test
    void anOrderThatWaitsForASkuGoesThroughWhenItsVariantIsLinked() throws Exception {
        // Given: Odoo knows the product under another reference
        tables.receive(order("NEW-" + id));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.seen(id).failureKind()).isEqualTo("MissingDependency"));
        odoo.data().product("OTHER-" + id, "Found by its link", "12.00", 5);

        // When
        publish(linked(NOON, productId("OTHER-" + id), "NEW-" + id));

        // Then
        tables.settle(id);
        assertThat(skus()).contains("OTHER-" + id);
    }

    @Test
    void theNewestLinksOfAProductHoldInWhateverOrderTheyArrive() throws Exception {
        // When
        publish(linked(NOON.plusSeconds(60), 22, "SKU"));
        publish(linked(NOON, 21, "SKU"));
        publish(new VariantLinked(
                OrderTables.SHOP,
                new ShopifyId(id + 1),
                new OdooId(9),
                List.of(new VariantLinked.Variant(new ShopifyId(id + 1), null, new OdooId(23), "")),
                NOON));

        // Then: the last one in the queue is stored, so the others were taken before
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(product(id + 1)).containsEntry(new ShopifyId(id + 1), 23L));
        assertThat(product(id)).containsEntry(new ShopifyId(id), 22L);
    }

    @Test
    void ofWhatIsToldAtOnceTheNewestOfEachProductHolds() {
        // When
        links.save(List.of(
                        linked(NOON.plusSeconds(60), 42, "SKU"),
                        linked(NOON, 41, "SKU"),
                        linked(NOON.plusSeconds(60), 43, "SKU"),
                        new VariantLinked(
                                OrderTables.SHOP,
                                new ShopifyId(id + 1),
                                new OdooId(9),
                                List.of(new VariantLinked.Variant(new ShopifyId(id + 1), null, new OdooId(44), "")),
                                NOON)))
                .await()
                .atMost(LIMIT);
        links.save(List.of(linked(NOON, 45, "SKU"))).await().atMost(LIMIT);

        // Then
        assertThat(product(id)).containsEntry(new ShopifyId(id), 43L);
        assertThat(product(id + 1)).containsEntry(new ShopifyId(id + 1), 44L);
    }

    @Test
    void aVariantThatIsNoLongerLinkedIsFoundByItsSkuAgain() throws Exception {
        // Given
        publish(linked(NOON, 31, "SKU"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(product(id)).isNotEmpty());

        // When
        publish(new VariantLinked(OrderTables.SHOP, new ShopifyId(id), new OdooId(9), List.of(), NOON.plusSeconds(1)));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(product(id)).isEmpty());
    }

    @Test
    void aLinkToAProductThatIsGoneFromOdooDoesNotHoldUpTheOrder() throws Exception {
        // Given
        odoo.data().product("HERE-" + id, "Found by its SKU", "12.00", 5);
        publish(linked(NOON, 999_999_999, "HERE-" + id));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(product(id)).isNotEmpty());

        // When
        tables.receive(order("HERE-" + id));

        // Then
        tables.settle(id);
        assertThat(skus()).contains("HERE-" + id);
    }

    private List<String> skus() {
        return odoo.data().order(tables.link(id).odooId()).orElseThrow().lines().stream()
                .map(LineView::sku)
                .toList();
    }

    private long productId(String sku) {
        return odoo.data().product(sku).id();
    }

    private Map<ShopifyId, Long> product(long variant) {
        return links.products(OrderTables.SHOP, List.of(new ShopifyId(variant)))
                .await()
                .atMost(LIMIT);
    }

    private VariantLinked linked(Instant at, long odooProduct, String sku) {
        return new VariantLinked(
                OrderTables.SHOP,
                new ShopifyId(id),
                new OdooId(9),
                List.of(new VariantLinked.Variant(new ShopifyId(id), null, new OdooId(odooProduct), sku)),
                at);
    }

    private String order(String sku) {
        ObjectNode order = RecordedOrders.editableWebhook("guest-download");
        order.put("id", id).put("name", "#V" + id);
        ObjectNode line = (ObjectNode) order.withArray("line_items").get(0);
        line.put("id", id).put("variant_id", id).put("sku", sku);
        return order.toString();
    }

    private void publish(VariantLinked event) throws Exception {
        publisher
                .publish(Exchanges.EVENTS, VariantLinked.ROUTING_KEY, Map.of(), json.writeValueAsBytes(event))
                .await()
                .atMost(LIMIT);
    }
}

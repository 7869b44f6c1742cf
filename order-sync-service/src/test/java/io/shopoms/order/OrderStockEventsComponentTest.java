package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.order.fixtures.AnnouncedOrders;
import io.shopoms.order.fixtures.LivingOrder;
import io.shopoms.order.fixtures.OrderTables;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inventory service hears of orders. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OrderStockEventsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static long lastOrder = 870_000;

    @Inject
    OrderTables tables;

    @Inject
    AnnouncedOrders events;

    @Inject
    Migrations migrations;

    @Inject
    ObjectMapper json;

    OdooSimulator odoo;

    private final LivingOrder order = new LivingOrder(++lastOrder);

    @BeforeEach
    void freshStart() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        tables.empty();
        odoo.faults().clear();
    }

    @Test
    void orderIsToldOnceItIsStoredAndSettledOnceOdooHasConfirmedIt() {
        // When
        tables.receive(order.webhook());
        tables.processed(order.id());

        // Then
        told(all -> assertThat(all).containsExactly("stored v1 2 CSH-WHT-S 1 MUG-1", "settled v1"));
    }

    @Test
    void equalAndOlderDeliveriesAreNotTold() {
        // Given
        String first = order.webhook();
        tables.receive(first);
        tables.processed(order.id());
        String second = order.refunded(1, LivingOrder.SWEATER, 1, "cancel");

        // When
        tables.receive(first, second, second, first);
        tables.processed(order.id());

        // Then
        told(all -> assertThat(all)
                .containsExactly(
                        "stored v1 2 CSH-WHT-S 1 MUG-1", "settled v1", "stored v2 1 CSH-WHT-S 1 MUG-1", "settled v2"));
    }

    @Test
    void orderThatWaitsIsToldWithEachAttemptAndSettledOnceAPersonHasSeenToIt() {
        // Given
        String unknown = order.changed(
                payload -> ((ObjectNode) payload.withArray("line_items").get(1)).put("sku", "LATER-" + order.id()));

        // When
        tables.receive(unknown);
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(tables.seen(order.id()).failureKind()).isEqualTo("MissingDependency"));

        // Then
        told(all -> assertThat(all).hasSizeGreaterThan(2).containsOnly("stored v1 2 CSH-WHT-S 1 LATER-" + order.id()));

        // When
        odoo.data().product("LATER-" + order.id(), "Came later", "11.90", 10);
        tables.wake(order.id());
        tables.processed(order.id());

        // Then
        told(all -> assertThat(all).last().asString().startsWith("settled v"));
    }

    @Test
    void orderThatRightlyGetsNoPlaceInOdooIsSettled() {
        // When
        tables.receive(order.changed(payload -> payload.put("test", true)));
        tables.processed(order.id());

        // Then
        told(all -> assertThat(all).containsExactly("stored v1 2 CSH-WHT-S 1 MUG-1", "settled v1"));
    }

    @Test
    void cancelledOrderIsSettledOnceOdooHasCancelledIt() {
        // Given
        tables.receive(order.webhook());
        tables.processed(order.id());

        // When
        tables.receive(order.cancelled());
        tables.processed(order.id());

        // Then
        told(all -> assertThat(all).hasSize(4).last().isEqualTo("settled v2"));
        assertThat(tables.link(order.id()).stage()).isEqualTo("cancelled");
    }

    private void told(ThrowingConsumer<List<String>> expectation) {
        await().atMost(LIMIT).untilAsserted(() -> expectation.accept(told()));
    }

    private List<String> told() throws Exception {
        return events.stockOf(order.id()).stream().map(this::words).toList();
    }

    private String words(String event) {
        String key = event.substring(0, event.indexOf(' '));
        String body = event.substring(key.length() + 1);
        try {
            if (key.equals(OrderSettled.ROUTING_KEY)) {
                return "settled v"
                        + json.readValue(body, OrderSettled.class).version().number();
            }
            OrderStored stored = json.readValue(body, OrderStored.class);
            return "stored v" + stored.version().number() + " "
                    + stored.lines().stream()
                            .map(line -> line.units() + " " + line.sku())
                            .collect(Collectors.joining(" "));
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.shopoms.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.fixtures.Commerce;
import io.shopoms.fulfillment.fixtures.Rows;
import io.shopoms.fulfillment.fixtures.SimulatedStores;
import io.shopoms.fulfillment.fixtures.SoldOrder;
import io.shopoms.fulfillment.intake.PickingPoll;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.shopify.order.Fulfillment;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Shipments of a real Odoo 19 with Sales, Inventory and the products CSH-WHT-S and MUG-1 on stock, named by
 * {@code ODOO_URL}, {@code ODOO_DATABASE} and {@code ODOO_API_KEY}. Leaves orders of "Ada Example" behind: use a database
 * for tests.
 */
@EnabledIfEnvironmentVariable(
        named = "ODOO_API_KEY",
        matches = ".+",
        disabledReason = "needs a real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY")
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
class PickingPollRealIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    SimulatedStores stores;

    @Inject
    Commerce commerce;

    @Inject
    Rows rows;

    @Inject
    PickingPoll poll;

    @Inject
    OrderLinks orderLinks;

    @Inject
    Migrations migrations;

    private Store store;

    @BeforeEach
    void theRealOdoo() {
        store = stores.find(SimulatedStores.REAL).orElseThrow();
        get(migrations.done());
    }

    @Test
    void partialShipmentBackorderAndLateTrackingOfARealOdooReachShopify() {
        // Given
        SoldOrder order = commerce.sell(store, 3, 1);
        get(orderLinks.save(List.of(OrderLink.of(order.linked()))));

        // When
        commerce.ship(order, "1Z-REAL-1", Map.of("CSH-WHT-S", 2));
        eventually(order, () -> assertThat(fulfillments(order)).hasSize(1));
        long rest = commerce.ship(order, null);
        eventually(order, () -> assertThat(fulfillments(order)).hasSize(2));
        commerce.track(store, rest, "1Z-REAL-2");

        // Then
        eventually(
                order,
                () -> assertThat(fulfillments(order))
                        .extracting(
                                f -> f.tracking().stream().map(t -> t.number()).toList())
                        .containsExactly(List.of("1Z-REAL-1"), List.of("1Z-REAL-2")));
        assertThat(fulfillments(order)).extracting(Fulfillment::totalQuantity).containsExactly(2, 2);
        assertThat(rows.shipment(order).orElseThrow().status()).isEqualTo("PROCESSED");
    }

    @Test
    void asOftenAsARealOdooIsReadAgainNothingChanges() {
        // Given
        SoldOrder order = commerce.sell(store, 1, 0);
        get(orderLinks.save(List.of(OrderLink.of(order.linked()))));
        commerce.ship(order, "1Z-REAL-3");
        eventually(order, () -> assertThat(fulfillments(order)).hasSize(1));

        // When
        String summary = get(poll.run(store));

        // Then
        assertThat(summary).endsWith("news of 0 orders");
        assertThat(fulfillments(order)).hasSize(1);
    }

    private List<Fulfillment> fulfillments(SoldOrder order) {
        return stores.shopify(store).order(order.shopifyId()).fulfillments();
    }

    private void eventually(SoldOrder order, ThrowingRunnable assertion) {
        await().atMost(LIMIT).untilAsserted(() -> {
            get(poll.run(order.store()));
            assertThat(rows.shipment(order)).isPresent();
            assertion.run();
        });
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}

package io.shopoms.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.inventory.fixtures.SimulatedStores;
import io.shopoms.inventory.fixtures.StockDesk;
import io.shopoms.inventory.fixtures.StockDesk.Item;
import io.shopoms.inventory.fixtures.StoresOnRealOdoo;
import io.shopoms.inventory.fixtures.WarehouseWork;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sync.store.Store;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;

/** The service over real tables, between two simulated stores and their Odoo. */
abstract class TwoStoresOnOneOdoo {

    static final Duration LIMIT = Duration.ofSeconds(60);

    /** Under acme drift is adopted, under beta corrected; both a little sooner than by default. */
    public static class Simulated implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(SimulatedStores.class, StockDesk.class);
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "shopoms.inventory.drift-after", "PT6S",
                    "shopoms.inventory.stores.acme.drift", "adopt",
                    "shopoms.inventory.odoo.poll-interval", "PT1S",
                    "shopoms.inventory.shopify.export-poll-interval", "PT0.1S");
        }
    }

    /** The same on the Odoo that the environment names. */
    public static final class Real extends Simulated {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(StoresOnRealOdoo.class, StockDesk.class);
        }
    }

    @Inject
    SimulatedStores stores;

    @Inject
    StockDesk desk;

    @Inject
    Migrations migrations;

    Store acme;
    Store beta;
    WarehouseWork work;
    StockSource warehouse;

    @BeforeEach
    void twoStoresOnOneWarehouse() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        acme = stores.find(SimulatedStores.ACME).orElseThrow();
        beta = stores.find(SimulatedStores.BETA).orElseThrow();
        desk.lookNoMoreAtShopify();
        desk.lookAtOdoo(true);
        stores.odoo().behave();
        stores.shopify(acme).faults().clear();
        stores.shopify(beta).faults().clear();
        work = desk.warehouse(acme);
        warehouse = work.warehouses().get(0);
        desk.map(acme, warehouse);
        desk.map(beta, warehouse);
    }

    OdooId stocked(int units) {
        OdooId product = work.product();
        work.count(product, warehouse, units);
        return product;
    }

    /** Shopify shows so many of each, and whoever wrote that has stored it. */
    void inStep(int units, Item... items) {
        eventually(() -> assertThat(items).allSatisfy(item -> {
            assertThat(desk.row(item)).startsWith("PROCESSED");
            assertThat(desk.shows(item)).isEqualTo(units);
        }));
    }

    static void eventually(ThrowingRunnable assertion) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }
}

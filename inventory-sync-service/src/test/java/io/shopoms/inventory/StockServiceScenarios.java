package io.shopoms.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shopoms.inventory.fixtures.StockDesk.Item;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.event.OrderStored;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Between a store and Odoo, whatever the network, Shopify and people do to it. */
abstract class StockServiceScenarios extends TwoStoresOnOneOdoo {

    private static final String SET = "InventorySetQuantities";

    @Test
    void aReceiptInOdooShowsInBothStores() {
        // Given
        OdooId product = stocked(4);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 7);
        inStep(4, here, there);

        // When
        work.receive(product, warehouse, 6);

        // Then
        inStep(10, here, there);
        assertThat(desk.history(there)).containsExactly("FIRST_SYNC 0>7", "FIRST_SYNC 7>4", "ODOO 4>10");
    }

    @Test
    void aSaleInOneStoreLowersTheOtherAndIsAccountedFor() {
        // Given
        OdooId product = stocked(5);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 0);
        // What one system has and the others have not heard of yet is not to be looked at in between.
        desk.lookAtOdoo(false);
        inStep(5, here, there);

        // When: Shopify counts the order, the order service holds it, Odoo gets it
        Order order = stores.shopify(acme).sell(here.sku(), 2);
        OrderStored.Version version = desk.stored(here, order, 2);
        inStep(3, here, there);
        work.sell(product, 2);
        desk.settled(here, order, version);
        desk.lookAtOdoo(true);

        // Then
        inStep(3, here, there);
        assertThat(desk.history(there)).hasSize(3);
        assertThat(desk.history(here)).endsWith("ORDER 5>3");
        assertThat(desk.drifts(here)).isEmpty();
    }

    @Test
    void whatVanishesWithoutAnOrderIsHeldThereToo() {
        // Given
        OdooId product = stocked(5);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 0);
        inStep(5, here, there);

        // When
        stores.shopify(acme).inventory().setAvailable(here.sku(), 3, null);
        desk.hear(here);

        // Then: held at once, and adopted into Odoo after the grace
        eventually(() -> assertThat(desk.shows(there)).isEqualTo(3));
        eventually(() -> assertThat(desk.drifts(here)).containsExactly("5>3 ADOPT"));
        eventually(() -> assertThat(work.onHand(product, warehouse)).isEqualTo(3));
        inStep(3, here, there);
        assertThat(desk.history(here)).contains("UNEXPLAINED 5>3", "DRIFT 3>3 -2");
    }

    @Test
    void driftIsCorrected() {
        // Given
        OdooId product = stocked(5);
        Item there = desk.item(beta, product, 0);
        inStep(5, there);

        // When
        stores.shopify(beta).inventory().setAvailable(there.sku(), 50, null);
        desk.hear(there);

        // Then
        eventually(() -> assertThat(desk.history(there)).endsWith("UNEXPLAINED 5>50", "DRIFT 50>50 45", "DRIFT 50>5"));
        inStep(5, there);
        assertThat(desk.drifts(there)).containsExactly("5>50 CORRECT");
    }

    @Test
    void aLostAnswerIsNeitherWrittenTwiceNorTakenForDrift() {
        // Given
        OdooId product = stocked(5);
        Item item = desk.item(beta, product, 0);
        inStep(5, item);
        stores.shopify(beta).faults().add(Fault.lostResponse(SET));

        // When
        work.receive(product, warehouse, 1);

        // Then
        eventually(() -> assertThat(desk.history(item)).endsWith("ODOO 5>6"));
        inStep(6, item);
        assertThat(desk.openWrites(item)).isZero();
    }

    @Test
    void aWriteThatIsCarriedOutLongAfterTheTimeoutDoesNotOverwriteANewerOne() {
        // Given
        OdooId product = stocked(5);
        Item item = desk.item(beta, product, 0);
        inStep(5, item);
        stores.shopify(beta).faults().add(Fault.lateCommit(SET, Duration.ofMillis(1500)));

        // When
        work.receive(product, warehouse, 1);
        work.receive(product, warehouse, 1);

        // Then
        inStep(7, item);
    }

    @Test
    void throttledHardItIsSlowerAndTheNewestNumberWins() {
        // Given
        OdooId product = stocked(5);
        Item item = desk.item(beta, product, 0);
        inStep(5, item);
        stores.shopify(beta).faults().add(Fault.throttled(SET).times(6));

        // When
        work.receive(product, warehouse, 1);
        work.receive(product, warehouse, 2);

        // Then
        inStep(8, item);
    }

    @Test
    void oneBadItemAmongManyIsNamedAndTheOthersAreWritten() {
        // Given
        OdooId product = stocked(9);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(desk.item(beta, product, 9));
        }
        inStep(9, items.toArray(Item[]::new));
        Item bad = items.get(17);
        stores.shopify(beta).inventory().bundle(bad.sku(), true);

        // When
        work.receive(product, warehouse, 2);

        // Then
        eventually(() -> assertThat(items)
                .filteredOn(item -> !item.equals(bad))
                .allSatisfy(item -> assertThat(desk.shows(item)).isEqualTo(11)));
        eventually(() -> assertThat(desk.row(bad)).startsWith("FAILED"));
        assertThat(desk.shows(bad)).isEqualTo(9);
    }

    @Test
    void aDeactivatedLocationIsNotWrittenToAndSaysSo() {
        // Given
        StockSource annex = work.warehouses().get(1);
        OdooId product = stocked(5);
        work.count(product, annex, 3);
        String name = "Annex for " + product;
        Location second = stores.shopify(beta).inventory().addLocation(name);
        desk.map(beta, second, annex);
        Item item = desk.item(beta, product, 0);
        // Until the item is stocked there the simulated Shopify has no such level to tell of.
        await().atMost(LIMIT)
                .ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> assertThat(stores.shopify(beta).inventory().available(item.sku(), name))
                        .isEqualTo(3));

        // When
        stores.shopify(beta).inventory().deactivateLocation(second.id());
        desk.tell(beta, stores.shopify(beta).inventory().location(second.id()));
        work.receive(product, warehouse, 3);

        // Then
        eventually(() -> assertThat(desk.row(item))
                .startsWith("PROCESSED")
                .contains("not written at " + name + ": inactive in Shopify"));
        inStep(8, item);
    }

    @Test
    void aProductThatOdooDoesNotHaveIsNamedAndNothingIsOverwritten() {
        // When
        Item item = desk.item(beta, new OdooId(99_999_999), 6);

        // Then
        eventually(() -> assertThat(desk.row(item)).contains("Odoo does not show product 99999999"));
        assertThat(desk.shows(item)).isEqualTo(6);
    }
}

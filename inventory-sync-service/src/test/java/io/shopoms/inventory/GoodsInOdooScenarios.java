package io.shopoms.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.shopoms.inventory.fixtures.StockDesk.Item;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.shopify.inventory.Location;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** What people do with goods in Odoo, and what both stores show then. */
abstract class GoodsInOdooScenarios extends TwoStoresOnOneOdoo {

    @Test
    void anOrderOfABusinessLowersBothStoresAndItsDeliveryChangesNothing() {
        // Given
        OdooId product = stocked(10);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 0);
        inStep(10, here, there);

        // When
        long order = work.sell(product, 4);
        inStep(6, here, there);
        work.ship(order);
        work.receive(product, warehouse, 1);

        // Then
        inStep(7, here, there);
        assertThat(work.onHand(product, warehouse)).isEqualTo(7);
        assertThat(desk.history(there)).endsWith("FIRST_SYNC 0>10", "ODOO 10>6", "ODOO 6>7");
    }

    @Test
    void whatIsCancelledLoweredOrReturnedIsOfferedAgain() {
        // Given
        OdooId product = stocked(10);
        Item item = desk.item(beta, product, 0);
        long cancelled = work.sell(product, 3);
        long lowered = work.sell(product, 4);
        inStep(3, item);

        // When
        work.cancel(cancelled);
        inStep(6, item);
        work.lower(lowered, 2);
        inStep(8, item);
        work.takeBack(work.ship(lowered), product, 1);

        // Then
        inStep(9, item);
    }

    @Test
    void aReceiptServesOrdersThatWaitBeforeItIsOffered() {
        // Given
        OdooId product = stocked(5);
        Item item = desk.item(beta, product, 0);
        work.sell(product, 8);
        inStep(0, item);

        // When
        work.receive(product, warehouse, 4);

        // Then
        inStep(1, item);
    }

    @Test
    void lessThanNothingIsShownAsNothing() {
        // Given
        OdooId product = stocked(-3);
        Item item = desk.item(beta, product, 7);
        inStep(0, item);

        // When
        work.receive(product, warehouse, 5);

        // Then
        inStep(2, item);
    }

    @Test
    void goodsThatAreCarriedToAnotherWarehouseAreOfferedAtItsLocation() {
        // Given
        StockSource other = secondWarehouse();
        Location depot = stores.shopify(acme).inventory().addLocation("Depot");
        desk.map(acme, depot, other);
        OdooId product = stocked(5);
        Item item = desk.item(acme, product, 0);
        inStep(5, item);

        // When
        work.carry(product, warehouse, other, 3);

        // Then: stocked there with the first number above zero
        inStep(2, item);
        await().atMost(LIMIT)
                .ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> assertThat(stores.shopify(acme).inventory().available(item.sku(), "Depot"))
                        .isEqualTo(3));
    }

    @Test
    void whatPeopleAddInShopifyIsCountedInOdooToo() {
        // Given
        OdooId product = stocked(5);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 0);
        inStep(5, here, there);

        // When
        stores.shopify(acme).inventory().setAvailable(here.sku(), 9, null);
        desk.hear(here);

        // Then
        eventually(() -> assertThat(work.onHand(product, warehouse)).isEqualTo(9));
        inStep(9, here, there);
        assertThat(desk.drifts(here)).containsExactly("5>9 ADOPT");
        assertThat(work.adjustments(product))
                .filteredOn(name -> name.startsWith("shopOMS "))
                .hasSize(1);
    }

    @Test
    void whatHasNoNumberSaysWhyAndKeepsWhatItShows() {
        // Given
        OdooId archived = stocked(5);
        OdooId measured = work.product(Map.of("uom_id", work.unit("kg")));
        work.count(measured, warehouse, 2.5);
        OdooId service = work.product(Map.of("type", "service", "is_storable", false));
        work.change(archived, "active", false);

        // When
        Item gone = desk.item(beta, archived, 4);
        Item weighed = desk.item(beta, measured, 3);
        Item done = desk.item(beta, service, 2);

        // Then
        eventually(() -> assertThat(desk.row(gone)).startsWith("FAILED").contains("archived"));
        eventually(() -> assertThat(desk.row(weighed)).startsWith("FAILED").contains("kg"));
        eventually(() -> assertThat(desk.row(done)).startsWith("FAILED"));
        assertThat(List.of(desk.shows(gone), desk.shows(weighed), desk.shows(done)))
                .containsExactly(4, 3, 2);
    }

    @Test
    void aWarehouseThatReservesLateIsWarnedOfAndOffersWhatIsSold() {
        // Given
        long deliveries = work.deliveryOperation(warehouse);
        assumeTrue(stores.odoo().hasAdministrator(), "ODOO_ADMIN_API_KEY is not set");
        OdooId product = stocked(5);
        Item item = desk.item(beta, product, 0);
        inStep(5, item);

        // When
        reserve(deliveries, "manual");
        try {
            long order = work.sell(product, 3);

            // Then
            desk.look("odoo-reservations");
            eventually(() -> assertThat(desk.warnings(beta))
                    .singleElement()
                    .asString()
                    .contains("only when somebody does it by hand"));
            inStep(5, item);

            // When
            work.reserve(work.deliveries(order).get(0));

            // Then
            inStep(2, item);
        } finally {
            reserve(deliveries, "at_confirm");
        }
        desk.look("odoo-reservations");
        eventually(() -> assertThat(desk.warnings(beta)).isEmpty());
    }

    private void reserve(long operation, String method) {
        stores.odoo().administer("stock.picking.type", operation, Map.of("reservation_method", method));
    }

    private StockSource secondWarehouse() {
        List<StockSource> warehouses = work.warehouses();
        assumeTrue(warehouses.size() > 1, "this Odoo has one warehouse only");
        return warehouses.get(1);
    }
}

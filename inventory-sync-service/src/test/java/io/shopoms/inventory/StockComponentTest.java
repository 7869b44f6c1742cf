package io.shopoms.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.fixtures.StockDesk.Item;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.order.Order;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@TestProfile(TwoStoresOnOneOdoo.Simulated.class)
class StockComponentTest extends StockServiceScenarios {

    @Test
    void whileOdooIsAwayWhatOneStoreSellsTheOtherDoesNotOffer() {
        // Given
        OdooId product = stocked(5);
        Item here = desk.item(acme, product, 0);
        Item there = desk.item(beta, product, 0);
        inStep(5, here, there);
        stores.odoo()
                .simulator()
                .faults()
                .add(Fault.status("product.product/search_read", 503).times(10_000));

        // When
        Order order = stores.shopify(acme).sell(here.sku(), 2);
        desk.stored(here, order, 2);

        // Then
        eventually(() -> assertThat(desk.shows(there)).isEqualTo(3));

        // When
        stores.odoo().behave();

        // Then: the order is not in Odoo yet
        inStep(3, here, there);
        assertThat(desk.history(there)).endsWith("ORDER 5>3");
    }
}

package io.shopoms.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.fixtures.StockDesk.Item;
import io.shopoms.inventory.intake.StockRealIT;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * On a real Odoo 19 with Sales and Inventory. Leaves products and orders behind: use a database for tests.
 * With {@code ODOO_ADMIN_API_KEY} also what only an administrator may choose.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@TestProfile(TwoStoresOnOneOdoo.Real.class)
class GoodsInOdooRealIT extends GoodsInOdooScenarios {

    @Test
    void whatOdooHasPromisedMeanwhileIsNotTakenFromItsStock() {
        // Given: Odoo has sold three of five, and nobody has looked
        OdooId product = stocked(5);
        Item here = desk.item(acme, product, 0);
        inStep(5, here);
        desk.lookAtOdoo(false);
        long order = work.sell(product, 3);

        // When: four are missing in Shopify
        stores.shopify(acme).inventory().setAvailable(here.sku(), 1, null);
        desk.hear(here);

        // Then
        eventually(() -> assertThat(desk.row(here)).startsWith("FAILED").contains("has 2 free of"));
        assertThat(desk.shows(here)).isZero();
        assertThat(work.onHand(product, warehouse)).isEqualTo(5);

        // When
        work.cancel(order);
        desk.lookAtOdoo(true);

        // Then
        eventually(() -> assertThat(work.onHand(product, warehouse)).isEqualTo(1));
        inStep(1, here);
    }
}

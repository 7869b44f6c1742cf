package io.shopoms.inventory;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.intake.StockRealIT;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On a real Odoo 19 with Sales and Inventory. Leaves products and orders behind: use a database for tests. */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@TestProfile(TwoStoresOnOneOdoo.Real.class)
class StockServiceRealIT extends StockServiceScenarios {}

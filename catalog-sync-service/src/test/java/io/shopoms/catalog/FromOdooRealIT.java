package io.shopoms.catalog;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.catalog.fixtures.RealOdooLeads;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * From a real Odoo 19 with Sales and Inventory into the simulated Shopify. Leaves products, attributes and a category
 * behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(RealOdooLeads.class)
class FromOdooRealIT extends FromOdooScenarios {}

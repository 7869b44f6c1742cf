package io.shopoms.catalog;

import io.shopoms.catalog.fixtures.OdooUnderTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Products in a real Odoo 19 with Sales and Inventory, named by {@code ODOO_URL}, {@code ODOO_DATABASE} and
 * {@code ODOO_API_KEY}. Leaves products behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = ProductsInOdooRealIT.NO_ODOO)
class ProductsInOdooRealIT extends OdooScenarios {

    static final String NO_ODOO = "no real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY to run these tests";

    @Override
    OdooUnderTest start() {
        return OdooUnderTest.real();
    }
}

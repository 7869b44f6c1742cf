package io.shopoms.inventory.intake;

import io.shopoms.inventory.fixtures.OdooUnderTest;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Stock in a real Odoo 19 with Sales and Inventory, named by {@code ODOO_URL}, {@code ODOO_DATABASE} and
 * {@code ODOO_API_KEY}. Leaves products and orders of "Ada Example" behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = StockRealIT.NO_ODOO)
public class StockRealIT extends StockScenarios {

    public static final String NO_ODOO =
            "no real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY to run these tests";

    @Override
    OdooUnderTest start() {
        return OdooUnderTest.real();
    }
}

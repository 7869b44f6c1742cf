package io.shopoms.sandbox.odoo.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.RealOdoo;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The simulated Odoo's products next to a real one's with Sales and Inventory, whose user may make products. Leaves products,
 * attributes and quotations behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = RealOdoo.MISSING)
class CatalogRealIT {

    @RegisterExtension
    static final OdooExtension SIMULATED = new OdooExtension();

    private final RealOdoo real = new RealOdoo();

    @Test
    void valuesComeAndGoAlike() {
        both(CatalogScript::valuesComeAndGo);
    }

    @Test
    void linesComeAndGoAlike() {
        both(CatalogScript::linesComeAndGo);
    }

    @Test
    void simpleProductsGetAttributesAlike() {
        both(CatalogScript::aSimpleProductGetsAttributes);
    }

    @Test
    void variantsMadeOneByOneAreAlike() {
        both(CatalogScript::variantsAreMadeOneByOne);
    }

    @Test
    void pricesAndCodesAreAlike() {
        both(CatalogScript::pricesAndCodes);
    }

    @Test
    void archivesAreAlike() {
        both(CatalogScript::archiveAndBack);
    }

    @Test
    void refusalsAreAlike() {
        both(CatalogScript::refusals);
    }

    @Test
    void loadedTemplatesAreAlike() {
        both(CatalogScript::loadedTemplates);
    }

    private void both(Consumer<CatalogScript> act) {
        // Given
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        CatalogScript simulation = new CatalogScript(SIMULATED, run);
        CatalogScript reality = new CatalogScript(real, run);
        simulation.prepare();
        reality.prepare();

        // When
        act.accept(simulation);
        act.accept(reality);

        // Then
        assertThat(String.join("\n", simulation.story())).isNotEmpty().isEqualTo(String.join("\n", reality.story()));
    }
}

package io.shopoms.sandbox.odoo.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.RealOdoo;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated Odoo's products next to a real one's with Sales and Inventory, whose user may make products. Leaves products,
 * attributes and quotations behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = RealOdoo.MISSING)
class CatalogRealIT {

    private static final int CHANGES = 15;

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
    void lastActiveVariantsAreAlike() {
        both(CatalogScript::theLastActiveVariant);
    }

    @Test
    void readsAndSearchesAreAlike() {
        both(CatalogScript::readsAndSearches);
    }

    @Test
    void refusalsAreAlike() {
        both(CatalogScript::refusals);
    }

    @Test
    void loadedTemplatesAreAlike() {
        both(CatalogScript::loadedTemplates);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28,
                29, 30
            })
    void anyChangesAreAlike(long seed) {
        both(script -> script.anything(new Random(seed), CHANGES));
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

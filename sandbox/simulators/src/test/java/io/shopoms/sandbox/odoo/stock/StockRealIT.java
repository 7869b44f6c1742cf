package io.shopoms.sandbox.odoo.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.RealOdoo;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated Odoo's stock next to a real one's with Sales and Inventory. The administrator, whose key is
 * {@code ODOO_ADMIN_API_KEY}, makes a second warehouse and a shelf once; all else is done by the integration user. Leaves
 * products, orders and transfers behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = RealOdoo.MISSING)
@EnabledIfEnvironmentVariable(
        named = "ODOO_ADMIN_API_KEY",
        matches = ".+",
        disabledReason = "no key of an administrator: set ODOO_ADMIN_API_KEY to run these tests")
class StockRealIT {

    private static final int CHANGES = 20;
    private static final int SHOWN = 12;

    @RegisterExtension
    static final OdooExtension SIMULATED = new OdooExtension();

    private final RealOdoo real = new RealOdoo();

    @Test
    void receiptsAndDeliveriesAreAlike() {
        both(StockScript::receiptsAndDeliveries);
    }

    @Test
    void countsAreAlike() {
        both(StockScript::counts);
    }

    @Test
    void refusalsAreAlike() {
        both(StockScript::refusals);
    }

    @Test
    void placesAreAlike() {
        both(StockScript::places);
    }

    @Test
    void returnsAndScrapAreAlike() {
        both(StockScript::returnsAndScrap);
    }

    @Test
    void shortagesAreAlike() {
        both(StockScript::shortages);
    }

    @Test
    void unitsAreAlike() {
        both(StockScript::units);
    }

    @Test
    void marksAreAlike() {
        both(StockScript::marks);
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

    private void both(Consumer<StockScript> act) {
        // Given
        String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Premises simulated = Premises.of(SIMULATED.administrator());
        Premises actual = Premises.of(new RealOdoo(System.getenv("ODOO_ADMIN_API_KEY")));
        StockScript simulation = new StockScript(SIMULATED, simulated, run);
        StockScript reality = new StockScript(real, actual, run);
        simulation.prepare();
        reality.prepare();

        // When
        act.accept(simulation);
        act.accept(reality);

        // Then
        assertThat(simulation.story()).isNotEmpty();
        assertThat(firstDifference(simulation.story(), reality.story())).isEmpty();
    }

    /** With what led there; empty if there is none. */
    private static String firstDifference(List<String> simulated, List<String> actual) {
        int same = 0;
        while (same < simulated.size()
                && same < actual.size()
                && simulated.get(same).equals(actual.get(same))) {
            same++;
        }
        if (same == simulated.size() && same == actual.size()) {
            return "";
        }
        return "after\n%s\nsimulated\n%s\nactual\n%s"
                .formatted(
                        lines(simulated, same - SHOWN, same),
                        lines(simulated, same, same + SHOWN),
                        lines(actual, same, same + SHOWN));
    }

    private static String lines(List<String> story, int from, int to) {
        return String.join("\n", story.subList(Math.max(0, from), Math.min(to, story.size())));
    }
}

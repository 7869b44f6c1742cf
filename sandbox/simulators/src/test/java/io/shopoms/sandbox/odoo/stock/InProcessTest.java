package io.shopoms.sandbox.odoo.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shopoms.sandbox.odoo.OdooData;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.fixtures.SettableClock;
import io.shopoms.sandbox.odoo.orm.OdooException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An Odoo without HTTP, on a clock of its own. */
class InProcessTest {

    private final SettableClock clock = new SettableClock("2026-11-20T10:00:00Z");
    private final OdooData odoo = OdooData.inProcess(OdooSettings.forTests(), clock);

    @Test
    void changesHaveTheDateOfTheClock() {
        // Given
        odoo.product("MUG-1", "Mug", "11.90", 8);
        clock.advance(Duration.ofHours(1));

        // When
        odoo.stock().sell(1, "MUG-1", 3);

        // Then
        Object changed = odoo.callAsIntegration(
                "stock.quant",
                "search_read",
                Map.of(
                        "domain",
                        List.of(List.of("write_date", ">=", "2026-11-20 11:00:00")),
                        "fields",
                        List.of("quantity", "reserved_quantity", "write_date")));
        assertThat(changed.toString())
                .contains("quantity=8.0", "reserved_quantity=3.0", "write_date=2026-11-20 11:00:00");
    }

    @Test
    void theIntegrationUserMayDoLess() {
        // Given
        Map<String, Object> place = Map.of("vals_list", List.of(Map.of("name", "Shelf", "location_id", 5)));

        // When / Then
        assertThat(odoo.call("stock.location", "create", place)).isInstanceOf(List.class);
        assertThatThrownBy(() -> odoo.callAsIntegration("stock.location", "create", place))
                .isInstanceOfSatisfying(
                        OdooException.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }
}

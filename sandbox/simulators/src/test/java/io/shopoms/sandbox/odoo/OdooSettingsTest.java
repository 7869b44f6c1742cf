package io.shopoms.sandbox.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OdooSettingsTest {

    @Test
    void theLocalStacksEnvironmentIsReadAndBlanksCountAsMissing() {
        // When
        OdooSettings settings =
                OdooSettings.of(Map.of("SIM_ODOO_PORT", "9000", "ODOO_DATABASE", " ", "ODOO_API_KEY", "secret-key"));

        // Then
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.database()).isEqualTo("shopoms");
        assertThat(settings.apiKey()).isEqualTo("secret-key");
        assertThat(settings.demoCatalog()).isTrue();
    }

    @Test
    void whatIsAddedAfterARestartHasIdsThatWereNotGivenBefore() {
        // Given
        OdooSettings settings = OdooSettings.of(Map.of("SIM_ODOO_PORT", "0")).withApiKey("secret-key");
        Instant start = Instant.parse("2026-11-20T12:00:00Z");

        // When
        long before = firstProduct(settings, start);
        long after = firstProduct(settings, start.plusSeconds(5));

        // Then
        assertThat(after).isEqualTo(before + 5).isLessThan(Integer.MAX_VALUE);
    }

    private static long firstProduct(OdooSettings settings, Instant at) {
        try (OdooSimulator odoo = OdooSimulator.start(settings, Clock.fixed(at, ZoneOffset.UTC))) {
            return odoo.data().product("A-1", "A thing", "1.00", 0);
        }
    }

    @Test
    void theKeyIsMaskedWhenPrinted() {
        // When
        String printed = OdooSettings.forTests().withApiKey("secret-key").toString();

        // Then
        assertThat(printed).doesNotContain("secret-key");
    }

    @Test
    void anUnknownVersionIsRefused() {
        assertThatThrownBy(() -> OdooSettings.forTests().asVersion(12)).hasMessageContaining("17, 18 or 19");
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> OdooSettings.of(Map.of("SIM_ODOO_PORT", "eighty")))
                .hasMessageContaining("SIM_ODOO_PORT");
    }
}

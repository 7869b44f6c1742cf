package io.shopoms.sandbox.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

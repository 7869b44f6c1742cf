package io.shopoms.sandbox.journeys.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.ServiceProcess;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that nobody has configured: it lives, is not ready, and says what it lacks. */
@Order(OrderOf.OWN_STACK)
final class MissingConfigurationJourney {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {Landscape.GATEWAY, Landscape.ORDERS, Landscape.FULFILLMENTS})
    void aServiceWithoutSettingsIsLiveButNotReadyAndNamesWhatIsMissing(String module) {
        // Given
        Map<String, String> nothing = Map.of();

        // When
        try (ServiceProcess service = ServiceProcess.start(module, nothing)) {

            // Then
            Eventually.see(() -> assertThat(service.health("live").status()).isEqualTo(200));
            Eventually.see(() -> {
                assertThat(service.health("ready").status()).isEqualTo(503);
                assertThat(service.health("ready").body())
                        .contains("SHOPOMS_DB_URL", "SHOPOMS_AMQP_URL", "SHOPIFY_SHOP_DOMAIN");
            });
        }
    }
}

package io.shopoms.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.order.fixtures.Simulators;
import io.shopoms.order.odoo.OdooSetup;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.odoo.OdooSimulator;
import io.shopoms.sandbox.odoo.orm.User;
import io.shopoms.sandbox.odoo.tax.RoundingMethod;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Stores;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(Simulators.class)
class OdooSetupComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Stores stores;

    @Inject
    OdooClients clients;

    @Inject
    OdooSetup setup;

    OdooSimulator odoo;

    private OdooSetupHealth health;

    @BeforeEach
    void freshLook() {
        health = new OdooSetupHealth(stores, clients, setup, Clock.systemUTC());
    }

    @AfterEach
    void heal() {
        odoo.data().rounding(RoundingMethod.ROUND_PER_LINE);
        odoo.keys().grant(odoo.settings().apiKey(), new User(2, odoo.settings().login(), false));
    }

    @Test
    void aSuitableOdooIsReadyAndItsServiceProductsAreMade() {
        // When
        health.call();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(health.call().getStatus()).isEqualTo(Status.UP);
            assertThat(health.call().getData()).isEmpty();
            assertThat(odoo.data().products())
                    .extracting(product -> product.name())
                    .contains("Shipping", "Custom item", "Gift card", "Tip", "Rounding");
        });
    }

    @Test
    void anOdooThatRoundsOtherwiseIsNamed() {
        // Given
        odoo.data().rounding(RoundingMethod.ROUND_GLOBALLY);

        // When / Then
        await().atMost(LIMIT).untilAsserted(() -> {
            HealthCheckResponse answer = health.call();
            assertThat(answer.getStatus()).isEqualTo(Status.UP);
            assertThat(answer.getData())
                    .hasValueSatisfying(data -> assertThat(String.valueOf(data.get("acme.myshopify.com")))
                            .contains("Round per Line"));
        });
    }

    @Test
    void aWrongKeyIsNotReadyAndSaysSo() {
        // Given
        odoo.keys().revoke(odoo.settings().apiKey());

        // When / Then
        await().atMost(LIMIT).untilAsserted(() -> {
            HealthCheckResponse answer = health.call();
            assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
            assertThat(answer.getData())
                    .hasValueSatisfying(data -> assertThat(String.valueOf(data.get("acme.myshopify.com")))
                            .contains("ODOO_API_KEY"));
        });
    }
}

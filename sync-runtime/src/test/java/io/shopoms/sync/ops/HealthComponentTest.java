package io.shopoms.sync.ops;

import static io.restassured.RestAssured.given;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.TokensResource;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class HealthComponentTest {

    @Inject
    Engine engine;

    @Inject
    NoteTarget target;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    @Test
    void readyServiceSaysSoAndNeedsNoToken() {
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> given().port(managementPort)
                        .get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("UP")));
        given().port(managementPort).get("/q/health/live").then().statusCode(200);
        given().port(managementPort).get("/q/health/started").then().statusCode(200);
    }

    @Test
    void pausedStoreIsNamedWhileTheOtherKeepsTheServiceReady() {
        // Given
        target.failEach(entry -> new Misconfigured("Odoo refuses the key", "Set ODOO_API_KEY."));

        // When
        engine.store(Notes.record(1, NOON, "a"));

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> given().port(managementPort)
                        .get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(containsString("paused: acme.myshopify.com notes"))
                        .body(containsString("Set ODOO_API_KEY.")));
    }

    @Test
    void attemptsAndLatenciesAreMeasured() {
        // When
        engine.store(Notes.record(1, NOON, "a"));
        engine.awaitStatus("PROCESSED", 1);

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> given().port(managementPort)
                        .get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString(
                                "shopoms_attempts_total{failure=\"none\",kind=\"notes\",outcome=\"PROCESSED\""))
                        .body(containsString("shopoms_end_to_end_seconds_bucket")));
    }
}

package io.shopoms.gateway.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.shopoms.gateway.fixtures.GatewaySettings;
import io.shopoms.sandbox.embedded.EmbeddedServers;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedServersResource.class)
@WithTestResource(GatewaySettings.class)
class ReadinessComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @AfterEach
    void nothingStaysDown() {
        EmbeddedServers.startDatabase();
        EmbeddedServers.startBroker();
    }

    @Test
    void readyWhileEitherWorksAndTheOtherIsNamed() {
        // Given
        awaitReady(200, "broker", "up");
        awaitReady(200, "database", "up");

        // When
        EmbeddedServers.stopBroker();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            Response ready = given().get(health + "/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(data(ready, "broker")).contains("127.0.0.1").doesNotContain("shopoms:shopoms");
        });

        // When
        EmbeddedServers.stopDatabase();

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            Response ready = given().get(health + "/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(data(ready, "database")).isNotEqualTo("up");
        });
        assertThat(given().get(health + "/live").statusCode()).isEqualTo(200);

        // When
        EmbeddedServers.startDatabase();

        // Then
        awaitReady(200, "database", "up");
    }

    @Test
    void startedAndMetricsAnswer() {
        assertThat(given().get(health + "/started").statusCode()).isEqualTo(200);
        assertThat(given().get(metrics).asString())
                .contains("shopoms_webhooks_accepted", "shopoms_webhooks_refused", "shopoms_outbox_messages")
                .contains("jvm_gc_pause_seconds_count{gc=", "jvm_memory_used_bytes{", "jvm_threads_live_threads")
                .contains("jvm_classes_loaded_classes", "jvm_info");
    }

    private void awaitReady(int status, String part, String value) {
        await().atMost(LIMIT).untilAsserted(() -> {
            Response ready = given().get(health + "/ready");
            assertThat(ready.statusCode()).isEqualTo(status);
            assertThat(data(ready, part)).isEqualTo(value);
        });
    }

    private static String data(Response ready, String part) {
        return ready.jsonPath().getString("checks.find { it.name == 'webhook intake' }.data." + part);
    }
}

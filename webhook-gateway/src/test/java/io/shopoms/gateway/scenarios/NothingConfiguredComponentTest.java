package io.shopoms.gateway.scenarios;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.gateway.fixtures.SignedWebhook;
import io.shopoms.gateway.fixtures.Tokens;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start without any setting, database or broker: it runs, is not ready, and says what is missing. */
@QuarkusTest
@TestProfile(NothingConfiguredComponentTest.Nothing.class)
class NothingConfiguredComponentTest {

    @TestHTTPResource("/")
    URI gateway;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @Test
    void readinessNamesEverySettingThatIsMissing() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            // When
            var answer = given().get(ready);

            // Then
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.asString())
                    .contains(
                            "SHOPIFY_SHOP_DOMAIN",
                            "SHOPIFY_WEBHOOK_SECRET",
                            "SHOPOMS_AMQP_URL",
                            "SHOPOMS_DB_URL",
                            "SHOPOMS_JWT_PUBLIC_KEY_LOCATION");
        });
    }

    @Test
    void noShopIsKnown() {
        assertThat(SignedWebhook.of("orders/create").send(gateway).statusCode()).isEqualTo(404);
    }

    @Test
    void theLogStaysClosed() {
        assertThat(given().get("/api/webhook-log").statusCode()).isEqualTo(401);
        for (String token : List.of(Tokens.operator(), Tokens.onACurve("operator"))) {
            assertThat(given().header("Authorization", "Bearer " + token)
                            .get("/api/webhook-log")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    /** Free ports, and nothing else. */
    public static final class Nothing implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "quarkus.management.test-port", "0");
        }
    }
}

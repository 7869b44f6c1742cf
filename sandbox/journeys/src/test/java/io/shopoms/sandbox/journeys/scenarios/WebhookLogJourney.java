package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.JsonHttp;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.OpsApi;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateway's log: everything verified is in it, what nobody claims even with its body; what is not verified is not. */
@ExtendWith(OnTheLandscape.class)
final class WebhookLogJourney {

    private final Landscape landscape;
    private final OpsApi log;
    private final TestStore acme;

    WebhookLogJourney(Landscape landscape) {
        this.landscape = landscape;
        this.log = landscape.gatewayLog();
        this.acme = landscape.acme();
    }

    @Test
    void aTopicThatNoServiceClaimsIsKeptAndCanBeReplayed() {
        // Given
        Webhook webhook = acme.shop()
                .signed("themes/publish", "{\"id\": 7, \"name\": \"Spring\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(landscape.gateway().knock(webhook)).isEqualTo(200);
        Eventually.see(() -> assertThat(logged(webhook)).singleElement().satisfies(kept -> {
            assertThat(kept.path("state").asText()).isEqualTo("UNCLAIMED");
            assertThat(kept.path("topic").asText()).isEqualTo("themes/publish");
            assertThat(kept.path("shop").asText()).isEqualTo(acme.domain().value());
            assertThat(kept.path("replayable").asBoolean()).isTrue();
        }));
        String id = logged(webhook).get(0).path("id").asText();

        // When
        JsonHttp.Answer replayed = log.post("/api/webhook-log/" + id + "/replay", Map.of());

        // Then
        assertThat(replayed.status()).as(replayed.body()).isEqualTo(200);
        assertThat(replayed.json().path("state").asText()).isEqualTo("REPLAYED");
    }

    @Test
    void aClaimedWebhookIsLoggedOnceHoweverOftenItCame() {
        // Given
        String order = ordered();
        Webhook webhook = acme.shop().webhook("orders/create", order);

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(Collections.nCopies(3, webhook));

        // Then
        assertThat(answers).containsOnly(200);
        Eventually.see(() -> assertThat(logged(webhook)).singleElement().satisfies(kept -> {
            assertThat(kept.path("state").asText()).isEqualTo("RECEIVED");
            assertThat(kept.path("deliveries").asInt()).isEqualTo(3);
        }));
        Eventually.see(() -> assertSold(acme, order));
    }

    @Test
    void whatIsNotSignedLeavesNoTrace() {
        // Given
        Webhook unsigned = acme.shop().webhook("orders/create", ordered()).without(Webhook.SIGNATURE);

        // When
        int answer = landscape.gateway().knock(unsigned);

        // Then
        assertThat(answer).isEqualTo(401);
        Eventually.stays(
                Duration.ofMillis(700), () -> assertThat(logged(unsigned)).isEmpty());
    }

    @Test
    void theLogIsClosedToWhoeverHasNoToken() {
        // When
        int answer = new JsonHttp(landscape.url(Landscape.GATEWAY), Map.of())
                .get("/api/webhook-log")
                .status();

        // Then
        assertThat(answer).isEqualTo(401);
    }

    private String ordered() {
        return acme.shop()
                .placeSilently(Basket.of(Goods.inStock(acme, "4.00"), 1, "4.00"))
                .id();
    }

    private JsonNode logged(Webhook webhook) {
        return log.get("/api/webhook-log?webhookId=" + webhook.id()).ok().path("items");
    }
}

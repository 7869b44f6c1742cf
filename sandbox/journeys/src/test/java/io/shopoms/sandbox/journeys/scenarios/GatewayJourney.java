package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.OrderAssertions.assertSold;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway accepts and what it refuses. */
@ExtendWith(OnTheLandscape.class)
final class GatewayJourney {

    private static final int BEYOND_THE_LIMIT = 10 * 1024 * 1024 + 1;

    private final Landscape landscape;
    private final TestStore acme;

    GatewayJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
    }

    @Test
    void unsignedAndWronglySignedWebhooksAreRefusedAndLeaveNoTrace() {
        // Given
        String order = placed();
        Webhook signed = acme.shop().webhook("orders/create", order);
        Webhook unsigned = signed.without(Webhook.SIGNATURE);
        Webhook forged = signed.with(Webhook.SIGNATURE, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        Webhook garbled = signed.with(Webhook.SIGNATURE, "not base64 at all!");
        Webhook tampered = new Webhook(signed.headers(), (new String(signed.body()) + " ").getBytes());

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(List.of(unsigned, forged, garbled, tampered));

        // Then
        assertThat(answers).containsOnly(401);
        Eventually.stays(java.time.Duration.ofMillis(500), () -> {
            assertThat(landscape.orders().entry("orders", acme.domain(), order)).isEmpty();
        });
    }

    @Test
    void aShopThatIsNotServedIsUnknown() {
        // Given
        Webhook webhook = acme.shop().webhook("orders/create", placed());

        // When
        int answer = landscape.gateway().knock(webhook.with(Webhook.SHOP, "stranger.myshopify.com"));

        // Then
        assertThat(answer).isEqualTo(404);
    }

    @Test
    void aStoreCannotSpeakForAnother() {
        // Given
        Webhook webhook = acme.shop().webhook("orders/create", placed());

        // When
        int answer = landscape
                .gateway()
                .knock(webhook.with(Webhook.SHOP, landscape.globex().domain().value()));

        // Then
        assertThat(answer).isEqualTo(401);
    }

    @Test
    void anOversizedBodyIsRefused() {
        // Given
        Webhook webhook = acme.shop().signed("orders/create", new byte[0]);

        // When
        int answer = landscape.gateway().announce(webhook, BEYOND_THE_LIMIT);

        // Then
        assertThat(answer).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {Webhook.TOPIC, Webhook.ID})
    void aWebhookWithoutItsTopicOrItsIdIsABadRequest(String header) {
        // Given
        Webhook webhook = acme.shop().webhook("orders/create", placed());

        // When
        int answer = landscape.gateway().knock(webhook.without(header));

        // Then
        assertThat(answer).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webhooks",
                "/webhooks/orders-create",
                "/webhooks/shopify/orders",
                "/api/webhooks",
                "/api/webhooks/orders/create",
                "/api/webhooks/shopify/orders"
            })
    void thePathIsFreeAndTheTopicHeaderIsTheTruth(String path) {
        // Given
        String order = placed();

        // When
        int answer = landscape.gateway().knock(acme.shop().webhook("orders/create", order), path);

        // Then
        assertThat(answer).isEqualTo(200);
        Eventually.see(() -> assertSold(acme, order));
    }

    @Test
    void bothTheOldAndTheNewSecretSignWhileASecretIsRotated() {
        // Given
        TestStore globex = landscape.globex();
        String order = globex.shop()
                .placeSilently(Basket.of(Goods.inStock(globex, "4.00"), 1, "4.00"))
                .id();
        Webhook byTheOldOne = globex.shop().webhook("orders/create", order);
        Webhook byTheNewOne = globex.shop().signedWith(landscape.globexNextSecret(), "orders/updated", order);

        // When
        List<Integer> answers = landscape.gateway().knockAtOnce(List.of(byTheOldOne, byTheNewOne));

        // Then
        assertThat(answers).containsOnly(200);
        Eventually.see(() -> assertSold(globex, order));
    }

    private String placed() {
        return acme.shop()
                .placeSilently(Basket.of(Goods.inStock(acme, "4.00"), 1, "4.00"))
                .id();
    }
}

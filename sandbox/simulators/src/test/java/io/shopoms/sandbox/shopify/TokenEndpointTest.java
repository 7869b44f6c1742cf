package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenEndpointTest {

    private static final String PATH = "/admin/oauth/access_token";
    private static final String RIGHT =
            "{\"grant_type\":\"client_credentials\",\"client_id\":\"simulated-client\",\"client_secret\":\"shpss_simulated\"}";

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void clientCredentialsBuyATokenForADayAsJsonAndAsAForm() {
        // When
        JsonNode json = ShopifyClient.json(client.post(PATH, ShopifyClient.json(RIGHT)));
        JsonNode form = ShopifyClient.json(client.form(
                PATH, "grant_type=client_credentials&client_id=simulated-client&client_secret=shpss_simulated"));

        // Then
        assertThat(json.path("access_token").asText()).startsWith("shpat_");
        assertThat(json.path("expires_in").asInt()).isEqualTo(86_399);
        assertThat(json.path("scope").asText()).contains("read_orders");
        assertThat(form.path("access_token").asText())
                .isNotEqualTo(json.path("access_token").asText());
        assertThat(isAccepted(form.path("access_token").asText())).isTrue();
    }

    @Test
    void aTokenThatHasExpiredIsRefusedAndAnotherIsToBeHad() {
        // Given
        String token = ShopifyClient.json(client.post(PATH, ShopifyClient.json(RIGHT)))
                .path("access_token")
                .asText();

        // When
        client.post("/control/tokens/expire", ShopifyClient.json("{}"));

        // Then
        assertThat(isAccepted(token)).isFalse();
        assertThat(isAccepted("shpat_simulated")).isTrue();
    }

    @Test
    void revokedTokensIncludeTheStaticOne() {
        // When
        shopify.revokeTokens();

        // Then
        assertThat(isAccepted("shpat_simulated")).isFalse();
    }

    @Test
    void wrongCredentialsAndOtherGrantsAreRefused() {
        // When
        HttpResponse<String> wrong = client.post(PATH, ShopifyClient.json(RIGHT.replace("shpss_", "nope_")));
        HttpResponse<String> other = client.form(PATH, "grant_type=password&client_id=simulated-client");

        // Then
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(other.statusCode()).isEqualTo(400);
    }

    private boolean isAccepted(String token) {
        JsonNode body = ShopifyClient.json("{\"query\":\"{ shop { name } }\"}");
        return new ShopifyClient(shopify)
                        .withToken(token)
                        .post("/admin/api/2026-10/graphql.json", body)
                        .statusCode()
                == 200;
    }
}

package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopifySettingsTest {

    @Test
    void theEnvironmentSetsWhatItNamesAndBlankCountsAsMissing() {
        // When
        ShopifySettings settings = ShopifySettings.from(Map.of(
                "SIM_SHOPIFY_PORT", "8190",
                "SHOPIFY_SHOP_DOMAIN", " other.myshopify.com ",
                "SHOPIFY_ACCESS_TOKEN", " ",
                "SHOPIFY_WEBHOOK_SECRET", "new,old",
                "SIM_WEBHOOK_TARGET", "http://127.0.0.1:8080"));

        // Then
        assertThat(settings.port()).isEqualTo(8190);
        assertThat(settings.shopDomain()).isEqualTo("other.myshopify.com");
        assertThat(settings.accessToken()).isEqualTo(ShopifySettings.defaults().accessToken());
        assertThat(settings.webhookSecret()).isEqualTo("new");
        assertThat(settings.webhookTarget()).hasValue(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void aWrongValueIsSaidWithTheVariablesName() {
        assertThatThrownBy(() -> ShopifySettings.from(Map.of("SIM_SHOPIFY_PORT", "high")))
                .hasMessage("SIM_SHOPIFY_PORT must be a port number, not 'high'");
        assertThatThrownBy(() -> ShopifySettings.from(Map.of("SIM_WEBHOOK_TARGET", "gateway:8080")))
                .hasMessageContaining("SIM_WEBHOOK_TARGET");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(ShopifySettings.defaults().withAccessToken("shpat_private").toString())
                .doesNotContain("private");
    }
}

package io.shopoms.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.ShopDomain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayStoresTest {

    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");

    @Test
    void severalStoresEachHaveTheirOwnSecret() {
        GatewayStores stores = stores(Map.of(
                "default", store("acme.myshopify.com", "one"), "second", store("Other.myshopify.com", "two", "three")));

        assertThat(stores.problems()).isEmpty();
        assertThat(stores.verifierOf(ACME)).isPresent();
        assertThat(stores.verifierOf(new ShopDomain("other.myshopify.com"))).isPresent();
        assertThat(stores.verifierOf(new ShopDomain("third.myshopify.com"))).isEmpty();
    }

    @Test
    void nothingConfiguredNamesBothSettings() {
        assertThat(stores(Map.of("default", store(" "))).problems())
                .singleElement()
                .asString()
                .contains("SHOPIFY_SHOP_DOMAIN", "SHOPIFY_WEBHOOK_SECRET");
    }

    @Test
    void halfAStoreIsLeftOutAndTheOtherHalfNamed() {
        GatewayStores stores = stores(Map.of(
                "default", store("acme.myshopify.com", " "), "eu-shop", new Fixed(Optional.empty(), List.of("x"))));

        assertThat(stores.problems())
                .containsExactlyInAnyOrder(
                        "SHOPIFY_WEBHOOK_SECRET is missing", "SHOPOMS_STORES_EU_SHOP_SHOP_DOMAIN is missing");
        assertThat(stores.verifierOf(ACME)).isEmpty();
    }

    @Test
    void malformedDomainIsNamedAndTheOthersServed() {
        GatewayStores stores =
                stores(Map.of("default", store("acme.myshopify.com", "s"), "bad", store("acme.example", "s")));

        assertThat(stores.problems())
                .singleElement()
                .asString()
                .contains("SHOPOMS_STORES_BAD_SHOP_DOMAIN", "acme.example");
        assertThat(stores.verifierOf(ACME)).isPresent();
    }

    private static GatewayStores stores(Map<String, StoresConfig.StoreConfig> byName) {
        return new GatewayStores(() -> byName);
    }

    private static StoresConfig.StoreConfig store(String domain, String... secrets) {
        return new Fixed(Optional.of(domain), List.of(secrets));
    }

    private record Fixed(Optional<String> shopDomain, List<String> secrets) implements StoresConfig.StoreConfig {
        @Override
        public Optional<List<String>> webhookSecret() {
            return secrets.isEmpty() ? Optional.empty() : Optional.of(secrets);
        }
    }
}

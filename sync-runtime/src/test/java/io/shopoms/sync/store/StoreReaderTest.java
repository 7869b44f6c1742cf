package io.shopoms.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreReaderTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "SHOPIFY_SHOP_DOMAIN", "acme.myshopify.com",
            "SHOPIFY_ACCESS_TOKEN", "shpat_secret",
            "ODOO_URL", "https://odoo.example.com/",
            "ODOO_DATABASE", "acme",
            "ODOO_API_KEY", "key-secret");

    @Test
    void singleStoreComesFromTheEnvironment() {
        Stores stores = stores(COMPLETE);

        assertThat(stores.problems()).isEmpty();
        assertThat(stores.all()).singleElement().satisfies(store -> {
            assertThat(store.shop().value()).isEqualTo("acme.myshopify.com");
            assertThat(store.shopify().orElseThrow().adminUrl()).hasToString("https://acme.myshopify.com");
            assertThat(store.shopify().orElseThrow().apiVersion()).isEqualTo("2026-10");
            assertThat(store.odoo().orElseThrow().url()).hasToString("https://odoo.example.com");
            assertThat(store.odoo().orElseThrow().transport()).isEqualTo(Store.Transport.JSON2);
            assertThat(store.toString()).doesNotContain("secret");
        });
    }

    @Test
    void severalStoresComeFromTheEnvironmentBesideTheSingleOne() {
        Map<String, String> several = new HashMap<>(COMPLETE);
        several.put("SHOPOMS_STORES_BETA_SHOP_DOMAIN", "beta.myshopify.com");
        several.put("SHOPOMS_STORES_BETA_CLIENT_ID", "id");
        several.put("SHOPOMS_STORES_BETA_CLIENT_SECRET", "secret");
        several.put("SHOPOMS_STORES_BETA_ODOO_URL", "http://odoo:8069");
        several.put("SHOPOMS_STORES_BETA_ODOO_DATABASE", "beta");
        several.put("SHOPOMS_STORES_BETA_ODOO_API_KEY", "key");
        several.put("SHOPOMS_STORES_BETA_ODOO_TRANSPORT", "JSONRPC");
        several.put("SHOPOMS_STORES_BETA_ODOO_LOGIN", "bot");

        Stores stores = stores(several);

        assertThat(stores.problems()).isEmpty();
        assertThat(stores.all()).hasSize(2);
        Store beta = stores.all().get(1);
        assertThat(beta.shopify().orElseThrow().credentials())
                .isEqualTo(new Store.ShopifyCredentials.ClientCredentials("id", "secret"));
        assertThat(beta.odoo().orElseThrow().transport()).isEqualTo(Store.Transport.JSONRPC);
        assertThat(beta.odoo().orElseThrow().login()).contains("bot");
    }

    @Test
    void withoutAnySettingTheMissingNamesAreTheShortOnes() {
        Stores stores = stores(Map.of());

        assertThat(stores.all()).isEmpty();
        assertThat(stores.problems()).containsExactly("SHOPIFY_SHOP_DOMAIN is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHOPIFY_ACCESS_TOKEN", "ODOO_URL", "ODOO_DATABASE", "ODOO_API_KEY"})
    void blankValueCountsAsMissingAndIsNamed(String name) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put(name, "  ");

        Stores stores = stores(settings);

        assertThat(stores.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith(name + " is missing"));
        Store store = stores.all().get(0);
        assertThat(store.odoo().isPresent()).isEqualTo(name.startsWith("SHOPIFY"));
        assertThat(store.shopify().isPresent()).isEqualTo(name.startsWith("ODOO"));
    }

    @Test
    void settingOfANamedStoreIsCalledByItsFullName() {
        Stores stores = stores(Map.of("SHOPOMS_STORES_BETA_SHOP_DOMAIN", "beta.myshopify.com"));

        assertThat(stores.problems())
                .contains("SHOPOMS_STORES_BETA_ODOO_URL is missing", "SHOPOMS_STORES_BETA_ODOO_API_KEY is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "SHOPIFY_SHOP_DOMAIN, evil.example, is not a shop domain",
        "SHOPIFY_ADMIN_URL, http://evil.example, must start with https://",
        "SHOPIFY_ADMIN_URL, http://localhost.evil.example, must start with https://",
        "SHOPIFY_ADMIN_URL, ftp://127.0.0.1, is not an http(s) URL",
        "SHOPIFY_ADMIN_URL, https://user:hunter2@example.com, must not hold a user name",
        "SHOPIFY_ADMIN_URL, https://example.com/admin, must be an origin",
        "SHOPIFY_ADMIN_URL, https://exa mple.com, is not a URL",
        "SHOPIFY_API_VERSION, latest, is not an Admin API version",
        "ODOO_URL, warehouse, is not an http(s) URL",
        "ODOO_URL, https://odoo.example.com/web?debug=1, must be an origin",
        "ODOO_TRANSPORT, xmlrpc, expected json2 or jsonrpc",
    })
    void malformedValueIsNamedWithoutBeingRepeated(String name, String value, String reason) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put(name, value);

        assertThat(stores(settings).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .startsWith(name + " ")
                        .contains(reason)
                        .doesNotContain(value));
    }

    @Test
    void jsonRpcNeedsALogin() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put("ODOO_TRANSPORT", "jsonrpc");

        assertThat(stores(settings).problems()).containsExactly("ODOO_LOGIN is missing");
    }

    @Test
    void simulatorOnThisMachineMayBePlainHttp() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put("SHOPIFY_ADMIN_URL", "http://127.0.0.1:8090");

        assertThat(stores(settings).all().get(0).shopify().orElseThrow().adminUrl())
                .hasToString("http://127.0.0.1:8090");
    }

    @Test
    void plainHttpElsewhereMustBeAllowed() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put("SHOPIFY_ADMIN_URL", "http://simulators:8090");
        settings.put("SHOPOMS_SYNC_STORE_ALLOW_PLAIN_HTTP", "true");

        assertThat(stores(settings).problems()).isEmpty();
    }

    @Test
    void secondStoreOfTheSameDomainIsIgnoredAndNamed() {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.put("SHOPOMS_STORES_COPY_SHOP_DOMAIN", "ACME.myshopify.com");

        Stores stores = stores(settings);

        assertThat(stores.all()).hasSize(1);
        assertThat(stores.problems())
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("SHOPOMS_STORES_COPY_SHOP_DOMAIN")
                        .contains("configured already"));
    }

    private static Stores stores(Map<String, String> environment) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(StoresConfig.class)
                .withMapping(SingleShopifyConfig.class)
                .withMapping(SingleOdooConfig.class)
                .withMapping(StoreRulesConfig.class)
                .build();
        return new ConfiguredStores(
                config.getConfigMapping(SingleShopifyConfig.class),
                config.getConfigMapping(SingleOdooConfig.class),
                config.getConfigMapping(StoresConfig.class),
                config.getConfigMapping(StoreRulesConfig.class));
    }
}

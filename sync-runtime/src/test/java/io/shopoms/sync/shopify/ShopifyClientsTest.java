package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShopifyClientsTest {

    private static final URI URL = URI.create("https://acme.myshopify.com");
    private static Vertx vertx;
    private static ShopifyClients clients;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        clients = ShopifyConnections.clients(vertx, Map.of());
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void storeKeepsItsClient() {
        Store store = ShopifyConnections.store(URL, ShopifyConnections.TOKEN);
        Store sameAgain = ShopifyConnections.store(URL, ShopifyConnections.TOKEN);

        assertThat(clients.of(store)).isSameAs(clients.of(sameAgain));
    }

    @Test
    void storeWithAnotherTokenGetsAnotherClient() {
        Store store = ShopifyConnections.store(URL, ShopifyConnections.TOKEN);
        Store rotated = ShopifyConnections.store(URL, new StaticToken("shpat_9"));

        assertThat(clients.of(store)).isNotSameAs(clients.of(rotated));
    }

    @Test
    void storeWithoutAdminApiNamesTheMissingSettings() {
        Store store = new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());

        SyncFailureException e = catchThrowableOfType(SyncFailureException.class, () -> clients.of(store));

        assertThat(e.failure()).isInstanceOf(Misconfigured.class);
        assertThat(e.failure().remedy()).contains("SHOPIFY_ACCESS_TOKEN").contains("SHOPIFY_CLIENT_ID");
    }

    static Stream<Arguments> wrongConnections() {
        ShopifyCredentials token = ShopifyConnections.TOKEN;
        return Stream.of(
                Arguments.of(URI.create("ftp://acme.myshopify.com"), "2026-10", token, "SHOPIFY_ADMIN_URL"),
                Arguments.of(URI.create("acme.myshopify.com"), "2026-10", token, "SHOPIFY_ADMIN_URL"),
                Arguments.of(URI.create("https://user:pw@acme.example"), "2026-10", token, "SHOPIFY_ADMIN_URL"),
                Arguments.of(URL, "2026-10/../../x", token, "SHOPIFY_API_VERSION"),
                Arguments.of(URL, "", token, "SHOPIFY_API_VERSION"),
                Arguments.of(URL, "2026-10", new StaticToken(""), "SHOPIFY_ACCESS_TOKEN"),
                Arguments.of(URL, "2026-10", new StaticToken("shpat_1\nX: y"), "SHOPIFY_ACCESS_TOKEN"),
                Arguments.of(URL, "2026-10", new ClientCredentials("", "s"), "SHOPIFY_CLIENT_ID"),
                Arguments.of(URL, "2026-10", new ClientCredentials("c", " "), "SHOPIFY_CLIENT_SECRET"));
    }

    @ParameterizedTest
    @MethodSource("wrongConnections")
    void settingThatCannotWorkIsNamedBeforeAnythingIsSent(
            URI url, String version, ShopifyCredentials credentials, String setting) {
        // Given
        Store store = ShopifyConnections.store(new ShopifyConnection(url, version, credentials));

        // When
        SyncFailureException e = catchThrowableOfType(SyncFailureException.class, () -> clients.of(store));

        // Then
        assertThat(e.failure()).isInstanceOf(Misconfigured.class);
        assertThat(e.failure().message() + e.failure().remedy())
                .contains(setting)
                .doesNotContain("shpat_1")
                .doesNotContain("pw@");
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        ShopifyConfig config = ShopifyConnections.config(Map.of());

        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.maxInFlight()).isEqualTo(4);
        assertThat(config.maxAnswerSize().asLongValue()).isEqualTo(16L * 1024 * 1024);
    }
}

package io.shopoms.sync.shopify;

import static io.shopoms.sync.http.ScriptedServer.cutOff;
import static io.shopoms.sync.http.ScriptedServer.json;
import static io.shopoms.sync.http.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.HttpLimits;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.http.ScriptedServer;
import io.shopoms.sync.http.ScriptedServer.Request;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCredentialsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final GraphqlDocument MUTATION = new GraphqlDocument("close", "mutation C{orderClose{order{id}}}");
    private static Vertx vertx;

    private ScriptedServer server;
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private AccessTokens tokens;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server = new ScriptedServer(vertx);
        tokens = new ClientCredentialsTokens(
                new OutboundHttp(vertx, new HttpLimits(LONG, LONG, 100_000)),
                new ShopifyConnection(server.url(), "2026-10", ShopifyConnections.APP),
                (ClientCredentials) ShopifyConnections.APP,
                new MovingClock());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void appAsksForATokenAsShopifyDocumentsIt() {
        // Given
        server.then(granted("shpat_1"));

        // When
        String token = get(tokens.token());

        // Then
        assertThat(token).isEqualTo("shpat_1");
        assertThat(server.request().path()).isEqualTo("/admin/oauth/access_token");
        assertThat(server.request().header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(server.request().body())
                .isEqualTo("grant_type=client_credentials&client_id=client-1&client_secret=secret+%26+more");
    }

    @Test
    void tokenIsKeptUntilShortlyBeforeItsEnd() {
        // Given
        server.then(granted("shpat_1"), granted("shpat_2"));

        // When, Then
        assertThat(get(tokens.token())).isEqualTo("shpat_1");
        now = now.plus(Duration.ofHours(23));
        assertThat(get(tokens.token())).isEqualTo("shpat_1");
        now = now.plus(Duration.ofMinutes(51));
        assertThat(get(tokens.token())).isEqualTo("shpat_2");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void failedRenewalUsesTheOldTokenAsLongAsItLives() {
        // Given
        server.then(granted("shpat_1"), status(503));
        get(tokens.token());

        // When, Then
        now = now.plus(Duration.ofMinutes(23 * 60 + 55));
        assertThat(get(tokens.token())).isEqualTo("shpat_1");
        now = now.plus(Duration.ofMinutes(6));
        assertThat(failure(tokens.token())).isInstanceOf(TransientFailure.class);
    }

    @Test
    void manyCallersShareOneRequest() {
        // Given
        server.then(server.after(200, granted("shpat_1")));

        // When
        List<String> all = get(Uni.join()
                .all(IntStream.range(0, 50).mapToObj(i -> tokens.token()).toList())
                .andFailFast());

        // Then
        assertThat(all).hasSize(50).containsOnly("shpat_1");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void failedRequestIsNotRemembered() {
        server.then(cutOff(), granted("shpat_1"));

        assertThat(failure(tokens.token())).isInstanceOf(TransientFailure.class);
        assertThat(get(tokens.token())).isEqualTo("shpat_1");
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_client", "401, invalid_client", "403, shop_not_permitted"})
    void wrongAppNamesItsSettings(int status, String error) {
        server.then(json(status, "{\"error\":\"" + error + "\",\"error_description\":\"secret & more\"}"));

        SyncFailure failure = failure(tokens.token());

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.message()).contains(error).doesNotContain("secret");
        assertThat(failure.remedy()).contains("SHOPIFY_CLIENT_ID").contains("SHOPIFY_CLIENT_SECRET");
    }

    @Test
    void answerWithoutATokenIsNotTaken() {
        server.then(json("{\"scope\":\"read_orders\"}"));

        assertThat(failure(tokens.token())).isInstanceOf(TransientFailure.class);
    }

    @Test
    void refusedTokenIsRenewedOnceAndTheCallSentAgain() {
        // Given
        ShopifyClient shopify = ShopifyConnections.clients(vertx, Map.of())
                .of(ShopifyConnections.store(server.url(), ShopifyConnections.APP));
        server.then(granted("shpat_1"), status(401), granted("shpat_2"), json("{\"data\":{}}"));

        // When
        get(shopify.execute(MUTATION, Map.of()));

        // Then
        assertThat(server.requests())
                .extracting(Request::path)
                .containsExactly(
                        "/admin/oauth/access_token",
                        "/admin/api/2026-10/graphql.json",
                        "/admin/oauth/access_token",
                        "/admin/api/2026-10/graphql.json");
        assertThat(server.request().header("X-Shopify-Access-Token")).isEqualTo("shpat_2");
    }

    @Test
    void freshTokenThatIsRefusedTooIsMisconfigured() {
        // Given
        ShopifyClient shopify = ShopifyConnections.clients(vertx, Map.of())
                .of(ShopifyConnections.store(server.url(), ShopifyConnections.APP));
        server.then(granted("shpat_1"), status(401), granted("shpat_2"), status(401));

        // When
        SyncFailureException e =
                catchThrowableOfType(SyncFailureException.class, () -> get(shopify.execute(MUTATION, Map.of())));

        // Then
        assertThat(e.failure()).isInstanceOf(Misconfigured.class);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void mutationWaitsForATokenThroughPassingTrouble() {
        // Given
        ShopifyClient shopify = ShopifyConnections.clients(vertx, Map.of())
                .of(ShopifyConnections.store(server.url(), ShopifyConnections.APP));
        server.then(cutOff(), status(502), granted("shpat_1"), json("{\"data\":{\"ok\":1}}"));

        // When, Then
        assertThat(get(shopify.execute(MUTATION, Map.of())).has("ok")).isTrue();
    }

    private static ScriptedServer.Reply granted(String token) {
        return json("{\"access_token\":\"" + token + "\",\"scope\":\"read_orders\",\"expires_in\":86399}");
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LONG);
    }

    private static SyncFailure failure(Uni<?> uni) {
        return catchThrowableOfType(CallFailedException.class, () -> get(uni)).failure();
    }

    private final class MovingClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

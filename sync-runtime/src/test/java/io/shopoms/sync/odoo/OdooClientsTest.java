package io.shopoms.sync.odoo;

import static io.shopoms.sync.http.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.ScriptedServer;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OdooClientsTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static Vertx vertx;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connectionKeepsItsClientAndARenewedKeyGetsANewOne() {
        // Given
        OdooClients clients = OdooConnections.clients(vertx, Map.of());
        URI url = URI.create("https://odoo.example.com");

        // When
        OdooClient one = clients.of(store(url, "acme", "key-1", Transport.JSON2, null));
        OdooClient same = clients.of(store(url, "acme", "key-1", Transport.JSON2, null));
        OdooClient renewed = clients.of(store(url, "acme", "key-2", Transport.JSON2, null));

        // Then
        assertThat(one).isSameAs(same).isNotSameAs(renewed);
    }

    @Test
    void storesOfOneDatabaseShareItsLimit() {
        // Given
        Queue<NetSocket> waiting = new ConcurrentLinkedQueue<>();
        AtomicInteger most = new AtomicInteger();
        try (ScriptedServer server = new ScriptedServer(vertx)) {
            // The first of two waits for the second, and both for a third that must not come.
            server.then(socket -> {
                waiting.add(socket);
                most.accumulateAndGet(waiting.size(), Math::max);
                if (waiting.size() == 2) {
                    vertx.setTimer(20, timer -> {
                        List<NetSocket> all = List.copyOf(waiting);
                        waiting.clear();
                        all.forEach(json("{\"uid\":5}")::to);
                    });
                }
            });
            OdooClients clients = OdooConnections.clients(vertx, Map.of());
            List<Uni<Long>> calls = IntStream.range(0, 20)
                    .mapToObj(i -> clients.of(store(server.url(), "acme", "key-" + i % 2, Transport.JSON2, null))
                            .userId())
                    .toList();

            // When
            Uni.join().all(calls).andFailFast().await().atMost(LONG);
        }

        // Then
        assertThat(most).hasValue(2);
    }

    @Test
    void paceOfOdooOnlineIsKept() {
        // Given
        try (ScriptedServer server = new ScriptedServer(vertx)) {
            server.then(json("{\"uid\":5}"));
            OdooClient odoo = OdooConnections.clients(vertx, Map.of("max-in-flight", "1", "requests-per-second", "10"))
                    .of(store(server.url(), "acme", "key", Transport.JSON2, null));
            long started = System.nanoTime();

            // When
            List<Uni<Long>> calls =
                    IntStream.range(0, 6).mapToObj(i -> odoo.userId()).toList();
            Uni.join().all(calls).andFailFast().await().atMost(LONG);

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void callsAreMeasured() {
        // Given
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        OdooClients clients =
                new SharedOdooClients(vertx, OdooConnections.config(Map.of()), registry, Clock.systemUTC());
        try (ScriptedServer server = new ScriptedServer(vertx)) {
            server.then(json("{\"uid\":5}"), json(401, "{\"name\":\"werkzeug.exceptions.Unauthorized\"}"));
            OdooClient odoo = clients.of(store(server.url(), "acme", "key", Transport.JSON2, null));

            // When
            odoo.userId().await().atMost(LONG);
            odoo.userId().onFailure().recoverWithNull().await().atMost(LONG);
        }

        // Then
        for (String outcome : List.of("ok", "Misconfigured")) {
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(registry.get("shopoms.odoo.calls")
                                    .tags("database", "acme", "operation", "res.users/context_get", "outcome", outcome)
                                    .timer()
                                    .count())
                            .isEqualTo(1));
        }
        assertThat(registry.get("shopoms.odoo.wait").timer().count()).isEqualTo(2);
    }

    @Test
    void storeWithoutOdooNamesTheMissingSettings() {
        Store store = new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());

        SyncFailureException e = catchThrowableOfType(
                SyncFailureException.class,
                () -> OdooConnections.clients(vertx, Map.of()).of(store));

        assertThat(e.failure()).isInstanceOf(Misconfigured.class);
        assertThat(e.failure().remedy()).contains("ODOO_URL", "ODOO_DATABASE", "ODOO_API_KEY", "shopoms.stores.<name>");
    }

    static Stream<Arguments> wrongConnections() {
        URI url = URI.create("https://odoo.example.com");
        return Stream.of(
                Arguments.of(store(URI.create("odoo.example.com"), "d", "k", Transport.JSON2, null), "ODOO_URL"),
                Arguments.of(store(URI.create("file:///etc"), "d", "k", Transport.JSON2, null), "ODOO_URL"),
                Arguments.of(store(URI.create("http://a:secret@x/"), "d", "k", Transport.JSON2, null), "ODOO_URL"),
                Arguments.of(store(url, " ", "k", Transport.JSON2, null), "ODOO_DATABASE"),
                Arguments.of(store(url, "a\r\nX: y", "k", Transport.JSON2, null), "ODOO_DATABASE"),
                Arguments.of(store(url, "d", "", Transport.JSON2, null), "ODOO_API_KEY"),
                Arguments.of(store(url, "d", "secret\n", Transport.JSON2, null), "ODOO_API_KEY"),
                Arguments.of(store(url, "d", "k", Transport.JSONRPC, null), "ODOO_LOGIN"));
    }

    @ParameterizedTest
    @MethodSource("wrongConnections")
    void settingThatCannotWorkIsNamedBeforeAnythingIsSent(Store store, String setting) {
        SyncFailureException e = catchThrowableOfType(
                SyncFailureException.class,
                () -> OdooConnections.clients(vertx, Map.of()).of(store));

        assertThat(e.failure()).isInstanceOf(Misconfigured.class);
        assertThat(e.failure().message() + e.failure().remedy())
                .contains(setting)
                .doesNotContain("secret");
    }

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        OdooConfig config = OdooConnections.config(Map.of());

        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.readTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.maxInFlight()).isEqualTo(2);
        assertThat(config.requestsPerSecond()).isEmpty();
        assertThat(config.maxAnswerSize().asLongValue()).isEqualTo(16L * 1024 * 1024);
        assertThat(config.tries()).isEqualTo(4);
    }

    private static Store store(URI url, String database, String key, Transport transport, String login) {
        return OdooConnections.store(new OdooConnection(url, database, key, transport, Optional.ofNullable(login)));
    }
}

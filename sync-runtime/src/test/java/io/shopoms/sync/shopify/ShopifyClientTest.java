package io.shopoms.sync.shopify;

import static io.shopoms.sync.http.ScriptedServer.answer;
import static io.shopoms.sync.http.ScriptedServer.cutOff;
import static io.shopoms.sync.http.ScriptedServer.halfAnswer;
import static io.shopoms.sync.http.ScriptedServer.html;
import static io.shopoms.sync.http.ScriptedServer.json;
import static io.shopoms.sync.http.ScriptedServer.silence;
import static io.shopoms.sync.http.ScriptedServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.ScriptedServer;
import io.shopoms.sync.http.ScriptedServer.Request;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopifyClientTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final GraphqlDocument QUERY =
            new GraphqlDocument("order_one", "query OrderById($id: ID!){order(id: $id){id}}");
    private static final GraphqlDocument MUTATION = new GraphqlDocument(
            "fulfillment_create",
            "mutation FulfillmentCreate($f: F!){fulfillmentCreate(fulfillment: $f){userErrors{message}}}");
    private static final GraphqlDocument KEYED_MUTATION = new GraphqlDocument(
            "inventory_set",
            "mutation Set($i: I!, $key: String!){set(input: $i) @idempotent(key: $key){userErrors{code}}}");
    private static final String GOOD = "{\"data\":{\"order\":{\"id\":\"gid://shopify/Order/1\"}},"
            + "\"extensions\":{\"cost\":{\"requestedQueryCost\":10,\"actualQueryCost\":3,\"throttleStatus\":"
            + "{\"maximumAvailable\":2000,\"currentlyAvailable\":1990,\"restoreRate\":100}}}}";

    private static Vertx vertx;

    private ScriptedServer server;
    private ShopifyClient shopify;

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
        shopify = client(Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void documentIsSentWithItsVariablesNameAndToken() {
        // Given
        server.then(json(GOOD));

        // When
        JsonNode data = get(shopify.execute(
                QUERY, Map.of("id", "gid://shopify/Order/820982911946154508", "amount", new BigDecimal("13.50"))));

        // Then
        assertThat(data.at("/order/id").asText()).isEqualTo("gid://shopify/Order/1");
        Request request = server.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/admin/api/2026-10/graphql.json");
        assertThat(request.header("X-Shopify-Access-Token")).isEqualTo("shpat_0123456789");
        JsonNode body = JsonBodies.read(Buffer.buffer(request.body())).orElseThrow();
        assertThat(body.get("query").asText()).isEqualTo(QUERY.text());
        assertThat(body.get("operationName").asText()).isEqualTo("OrderById");
        assertThat(body.at("/variables/id").asText()).isEqualTo("gid://shopify/Order/820982911946154508");
        assertThat(body.at("/variables/amount").decimalValue()).isEqualTo("13.50");
    }

    @Test
    void absentValueIsSentAsNull() {
        server.then(json(GOOD));

        get(shopify.execute(QUERY, Collections.singletonMap("changeFromQuantity", null)));

        assertThat(server.request().body()).contains("\"changeFromQuantity\":null");
    }

    @Test
    void throttledQueryIsSentAgainWhenThePointsAreThere() {
        // Given
        server.then(
                json(
                        "{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],"
                                + "\"extensions\":{\"cost\":{\"requestedQueryCost\":150,\"actualQueryCost\":null,"
                                + "\"throttleStatus\":{\"maximumAvailable\":2000,\"currentlyAvailable\":60,\"restoreRate\":100}}}}"),
                json(GOOD));
        long started = System.nanoTime();

        // When
        JsonNode data = get(shopify.execute(MUTATION, Map.of()));

        // Then
        assertThat(data.has("order")).isTrue();
        assertThat(server.requests()).hasSize(2);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void endlessThrottlingIsHandedToTheEngine() {
        // Given
        server.then(json("{\"errors\":[{\"message\":\"Throttled\",\"extensions\":{\"code\":\"THROTTLED\"}}],"
                + "\"extensions\":{\"cost\":{\"requestedQueryCost\":1000,\"actualQueryCost\":null,\"throttleStatus\":"
                + "{\"maximumAvailable\":1000,\"currentlyAvailable\":0,\"restoreRate\":10}}}}"));

        // When
        SyncFailure failure = failure(shopify.execute(QUERY, Map.of()));

        // Then
        assertThat(failure)
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        wait -> assertThat(wait.retryAfter()).contains(Duration.ofSeconds(100)));
    }

    @Test
    void tooManyRequestsAreSentAgainAfterTheTimeThatShopifyNames() {
        // Given
        server.then(answer(429, "text/plain", "Retry-After: 0.3\r\n", ""), json(GOOD));
        long started = System.nanoTime();

        // When
        get(shopify.execute(MUTATION, Map.of()));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void tooManyRequestsHoldBackTheStoresOtherCalls() {
        // Given
        server.then(answer(429, "text/plain", "Retry-After: 0.4\r\n", ""), json(GOOD));
        ShopifyClient once = client(Map.of("tries", "1"));
        long started = System.nanoTime();
        failure(once.execute(QUERY, Map.of()));

        // When
        get(once.execute(MUTATION, Map.of()));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }

    @Test
    void queryIsSentAgainAfterTroubleOfAnyPassingKind() {
        server.then(cutOff(), status(503), halfAnswer(), json(GOOD));

        assertThat(get(shopify.execute(QUERY, Map.of())).has("order")).isTrue();

        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void mutationWithAKeyIsSentAgainWithTheSameKey() {
        server.then(cutOff(), status(502), json(GOOD));

        get(shopify.execute(KEYED_MUTATION, Map.of("key", "11111111-2222-3333-4444-555555555555")));

        assertThat(server.requests())
                .hasSize(3)
                .extracting(Request::body)
                .containsOnly(server.request().body());
    }

    @Test
    void mutationWithoutAKeyIsNeverSentTwiceAfterAnUnknownOutcome() {
        for (ScriptedServer.Reply unknown : List.of(
                cutOff(),
                halfAnswer(),
                status(500),
                status(502),
                status(503),
                html(200),
                json("{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]}"))) {
            int before = server.requests().size();
            server.then(unknown);

            assertThat(failure(shopify.execute(MUTATION, Map.of()))).isInstanceOf(TransientFailure.class);

            assertThat(server.requests()).hasSize(before + 1);
        }
    }

    @Test
    void mutationThatTimesOutIsNotSentAgain() {
        server.then(silence());

        assertThat(failure(client(Map.of("read-timeout", "100ms")).execute(MUTATION, Map.of())))
                .isInstanceOf(TransientFailure.class);

        // The server may read what was sent after the client has gone.
        await().atMost(LONG).untilAsserted(() -> assertThat(server.requests()).hasSize(1));
    }

    @Test
    void userErrorsAreTheCallersToRead() {
        // Given
        server.then(json("{\"data\":{\"fulfillmentCreate\":{\"fulfillment\":null,\"userErrors\":[{\"field\":"
                + "[\"fulfillment\",\"0\"],\"message\":\"Fulfillment order does not exist.\"}]}}}"));

        // When
        JsonNode data = get(shopify.execute(MUTATION, Map.of()));

        // Then
        assertThat(UserErrors.of(data.get("fulfillmentCreate"))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("fulfillment.0");
            assertThat(error.code()).isEmpty();
        });
    }

    @Test
    void fixedTokenThatIsRefusedIsMisconfigured() {
        server.then(json(401, "{\"errors\":\"[API] Invalid API key or access token\"}"));

        SyncFailure failure = failure(shopify.execute(QUERY, Map.of()));

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.message() + failure.remedy()).doesNotContain("shpat_0123456789");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void errorInTheDocumentIsRejected() {
        server.then(
                json(
                        "{\"errors\":[{\"message\":\"Field 'x' doesn't exist\",\"extensions\":{\"code\":\"undefinedField\"}}]}"));

        assertThat(failure(shopify.execute(QUERY, Map.of()))).isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void callsAreMeasuredByDocumentAndOutcome() {
        // Given
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ShopifyClient measured = ShopifyConnections.clients(vertx, Map.of(), registry)
                .of(ShopifyConnections.store(server.url(), ShopifyConnections.TOKEN));
        server.then(json(GOOD), status(402));

        // When
        get(measured.execute(QUERY, Map.of()));
        failure(measured.execute(QUERY, Map.of()));

        // Then
        for (String outcome : List.of("ok", "Misconfigured")) {
            assertThat(registry.get("shopoms.shopify.calls")
                            .tags("operation", "order_one", "outcome", outcome, "store", "acme.myshopify.com")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
        assertThat(registry.get("shopoms.shopify.wait").timer().count()).isEqualTo(2);
    }

    @Test
    void documentsOfOneStoreQueueBehindItsPoints() {
        // Given: every answer leaves 5 points less than the next document needs
        server.then(json("{\"data\":{},\"extensions\":{\"cost\":{\"requestedQueryCost\":25,\"actualQueryCost\":25,"
                + "\"throttleStatus\":{\"maximumAvailable\":100,\"currentlyAvailable\":20,\"restoreRate\":25}}}}"));
        long started = System.nanoTime();
        get(shopify.execute(QUERY, Map.of()));

        // When
        get(shopify.execute(QUERY, Map.of()));

        // Then
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    private ShopifyClient client(Map<String, String> settings) {
        return ShopifyConnections.clients(vertx, settings)
                .of(ShopifyConnections.store(server.url(), ShopifyConnections.TOKEN));
    }

    private static <T> T get(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    private static SyncFailure failure(Uni<?> call) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(call)).failure();
    }
}

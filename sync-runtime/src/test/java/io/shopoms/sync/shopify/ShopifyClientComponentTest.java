package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.order.DraftLine;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.shopify.UserErrors.UserError;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against the simulated Shopify, which is as strict as the real one. */
class ShopifyClientComponentTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final ShopifySettings SETTINGS = ShopifySettings.defaults().withRestoreRate(40);
    private static final ShopifyCredentials TOKEN = new StaticToken(SETTINGS.accessToken());
    private static final ShopifyCredentials APP = new ClientCredentials(SETTINGS.clientId(), SETTINGS.clientSecret());
    private static final int CALLS = 20;
    private static final GraphqlDocument SHOP = document("test_shop");
    private static final GraphqlDocument ORDERS = document("test_orders");
    private static final GraphqlDocument FULFILL = document("test_fulfill");

    private static Vertx vertx;

    private final ShopifySimulator simulator = ShopifySimulator.start(SETTINGS);

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<ShopifyCredentials> credentials() {
        return Stream.of(TOKEN, APP);
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void documentIsAnsweredWithEitherKindOfCredentials(ShopifyCredentials credentials) {
        assertThat(get(client(credentials).execute(SHOP, Map.of()))
                        .at("/shop/myshopifyDomain")
                        .asText())
                .isEqualTo("acme.myshopify.com");
    }

    @Test
    void tokenThatEndedIsReplacedWithoutANotice() {
        // Given
        ShopifyClient shopify = client(APP);
        get(shopify.execute(SHOP, Map.of()));
        simulator.expireTokens();

        // When
        JsonNode data = get(shopify.execute(SHOP, Map.of()));

        // Then
        assertThat(data.has("shop")).isTrue();
        assertThat(simulator.requests().count("access_token")).isEqualTo(2);
    }

    @Test
    void revokedTokenIsMisconfigured() {
        simulator.revokeTokens();

        assertThat(failure(client(TOKEN).execute(SHOP, Map.of()))).isInstanceOf(Misconfigured.class);
    }

    @Test
    void wrongSecretIsMisconfigured() {
        SyncFailure failure = failure(
                client(new ClientCredentials(SETTINGS.clientId(), "wrong")).execute(SHOP, Map.of()));

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.remedy()).contains("SHOPIFY_CLIENT_SECRET");
    }

    @Test
    void unknownVersionIsMisconfigured() {
        ShopifyClient old = ShopifyConnections.clients(vertx, Map.of())
                .of(ShopifyConnections.store(new ShopifyConnection(simulator.uri(), "1999-01", TOKEN)));

        assertThat(failure(old.execute(SHOP, Map.of()))).isInstanceOf(Misconfigured.class);
    }

    @Test
    void missingScopeIsMisconfiguredAndNamed() {
        simulator.grantScopes(Set.of("read_products"));

        SyncFailure failure = failure(client(TOKEN).execute(ORDERS, Map.of("first", 1)));

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.message()).contains("read_orders");
    }

    @Test
    void wrongDocumentIsRejected() {
        GraphqlDocument wrong = new GraphqlDocument("wrong", "query Wrong{shop{noSuchField}}");

        assertThat(failure(client(TOKEN).execute(wrong, Map.of()))).isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void expensiveDocumentsInParallelWaitForThePointsOfTheStoreInsteadOfBeingThrottled() {
        // Given: some 45 points for each answer, 800 in the bucket, 40 more each second
        OrderDraft large = OrderDraft.of(IntStream.range(0, 20)
                .mapToObj(i -> DraftLine.of("SKU-" + i, "Thing " + i, 1, "1.00"))
                .toArray(DraftLine[]::new));
        IntStream.range(0, 60).forEach(i -> simulator.placeOrder(large));
        ShopifyClient shopify = client(TOKEN);
        long started = System.nanoTime();

        // When
        List<Uni<JsonNode>> all = IntStream.range(0, CALLS)
                .mapToObj(i -> shopify.execute(ORDERS, Map.of("first", 60)))
                .toList();
        List<JsonNode> answers = get(Uni.join().all(all).andFailFast());

        // Then
        assertThat(answers)
                .hasSize(CALLS)
                .allSatisfy(data -> assertThat(data.at("/orders/nodes")).hasSize(60));
        assertThat(simulator.requests().total()).isEqualTo(CALLS);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void throttledMutationIsSentAgain() {
        // Given
        Order order = simulator.placeOrder(OrderDraft.example());
        simulator.faults().add(Fault.throttled("fulfillmentCreate").times(2));

        // When
        JsonNode data = get(client(TOKEN).execute(FULFILL, shipAll(order)));

        // Then
        assertThat(UserErrors.of(data.get("fulfillmentCreate"))).isEmpty();
        assertThat(order.fulfillments()).hasSize(1);
    }

    static Stream<Fault> unknownOutcomes() {
        return Stream.of(
                Fault.lostResponse("fulfillmentCreate"),
                Fault.reset("fulfillmentCreate"),
                Fault.status("fulfillmentCreate", 500),
                Fault.status("fulfillmentCreate", 503));
    }

    @ParameterizedTest
    @MethodSource("unknownOutcomes")
    void mutationWithoutAKeyIsSentOnceWhateverHappens(Fault fault) {
        // Given
        Order order = simulator.placeOrder(OrderDraft.example());
        simulator.faults().add(fault);
        simulator.requests().clear();

        // When
        SyncFailure failure = failure(client(TOKEN).execute(FULFILL, shipAll(order)));

        // Then
        assertThat(failure).isInstanceOf(TransientFailure.class);
        assertThat(simulator.requests().total()).isEqualTo(1);
        assertThat(order.fulfillments()).hasSizeLessThanOrEqualTo(1);
    }

    static Stream<Fault> passingFaults() {
        return Stream.of(
                Fault.lostResponse("TestOrders"),
                Fault.reset("TestOrders"),
                Fault.throttled("TestOrders"),
                Fault.status("TestOrders", 429).retryAfter(1),
                Fault.status("TestOrders", 502),
                Fault.status("TestOrders", 503).retryAfter(0));
    }

    @ParameterizedTest
    @MethodSource("passingFaults")
    void querySurvivesPassingTrouble(Fault fault) {
        simulator.placeOrder(OrderDraft.example());
        simulator.faults().add(fault.times(2));

        assertThat(get(client(TOKEN).execute(ORDERS, Map.of("first", 1))).at("/orders/nodes"))
                .hasSize(1);
    }

    @Test
    void secondShipmentIsRefusedByTheStoreAndReadAsUserError() {
        // Given
        Order order = simulator.placeOrder(OrderDraft.example());
        ShopifyClient shopify = client(TOKEN);
        get(shopify.execute(FULFILL, shipAll(order)));

        // When
        JsonNode data = get(shopify.execute(FULFILL, shipAll(order)));

        // Then
        assertThat(UserErrors.of(data.get("fulfillmentCreate")))
                .singleElement()
                .extracting(UserError::message)
                .asString()
                .contains("unfulfillable status");
    }

    private static Map<String, Object> shipAll(Order order) {
        long id = order.fulfillmentOrders().get(0).id();
        return Map.of(
                "fulfillment",
                Map.of(
                        "lineItemsByFulfillmentOrder",
                        List.of(Map.of("fulfillmentOrderId", "gid://shopify/FulfillmentOrder/" + id))));
    }

    private static GraphqlDocument document(String name) {
        return GraphqlDocument.of(ShopifyClientComponentTest.class, name);
    }

    private ShopifyClient client(ShopifyCredentials credentials) {
        return ShopifyConnections.clients(vertx, Map.of()).of(ShopifyConnections.store(simulator.uri(), credentials));
    }

    private static <T> T get(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    private static SyncFailure failure(Uni<?> call) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(call)).failure();
    }
}

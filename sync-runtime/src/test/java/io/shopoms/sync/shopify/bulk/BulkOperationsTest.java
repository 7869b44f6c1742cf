package io.shopoms.sync.shopify.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClient;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.shopify.bulk.BulkOperations.State;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkOperationsTest implements ShopifyClients, ShopifyClient {

    private static final Store STORE =
            new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.empty());
    private static final ShopifyId SEVEN = new ShopifyId(7);

    private final Vertx vertx = Vertx.vertx();
    private final BulkOperations operations = new BulkOperations(this, Timers.of(vertx));
    private String answer = "{}";

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anOperationIsKnownByItsId() {
        // Given
        answer = "{\"bulkOperationRunQuery\":{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/7\"},"
                + "\"userErrors\":[]}}";

        // When
        ShopifyId started = run();

        // Then
        assertThat(started).isEqualTo(SEVEN);
    }

    @Test
    void aSixthOperationWaitsForItsTurn() {
        // Given
        answer = refusal("OPERATION_IN_PROGRESS");

        // Then
        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure())
                                .isInstanceOfSatisfying(
                                        TransientFailure.class,
                                        busy -> assertThat(busy.retryAfter()).contains(Duration.ofSeconds(30))));
    }

    @Test
    void aQueryThatShopifyRefusesSaysWhatToDoMeanwhile() {
        // Given
        answer = refusal("INVALID");

        // Then
        assertThatThrownBy(this::run).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
            assertThat(e.failure().remedy()).endsWith("Fetch pages.");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, RUNNING",
        "RUNNING, RUNNING",
        "CANCELING, RUNNING",
        "COMPLETED, COMPLETED",
        "FAILED, BROKEN",
        "CANCELED, BROKEN",
        "EXPIRED, BROKEN"
    })
    void everyStatusOfShopifyIsDecidedOn(String status, State state) {
        // Given
        answer = "{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/7\",\"status\":\"" + status
                + "\",\"objectCount\":\"12\",\"url\":\"http://whole\",\"partialDataUrl\":\"http://part\"}}";

        // When
        Operation operation = look();

        // Then
        assertThat(operation.state()).isEqualTo(state);
        assertThat(operation.objects()).isEqualTo(12);
        assertThat(operation.url()).contains(state == State.BROKEN ? "http://part" : "http://whole");
    }

    @Test
    void anOperationThatIsForgottenIsBroken() {
        // Given
        answer = "{\"bulkOperation\":null}";

        // Then
        assertThat(look().state()).isEqualTo(State.BROKEN);
        assertThat(look().url()).isEmpty();
    }

    @Test
    void aNoticeEndsTheWaitAtOnce() {
        // Given
        var waiting = operations.pause(SEVEN, Duration.ofHours(1)).subscribeAsCompletionStage();

        // When
        operations.ended(SEVEN);

        // Then
        assertThat(waiting.toCompletableFuture()).isCompleted();
    }

    @Override
    public ShopifyClient of(Store store) {
        return this;
    }

    @Override
    public Uni<JsonNode> execute(GraphqlDocument document, Map<String, Object> variables) {
        return Uni.createFrom()
                .item(() -> JsonBodies.read(Buffer.buffer(answer)).orElseThrow());
    }

    private ShopifyId run() {
        return operations
                .runQuery(STORE, "query { products { edges { node { id } } } }", "Fetch pages.")
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private Operation look() {
        return operations.look(STORE, SEVEN).await().atMost(Duration.ofSeconds(60));
    }

    private static String refusal(String code) {
        return "{\"bulkOperationRunQuery\":{\"bulkOperation\":null,\"userErrors\":[{\"field\":null,\"message\":\"As Shopify"
                + " says it.\",\"code\":\"" + code + "\"}]}}";
    }
}

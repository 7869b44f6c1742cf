package io.shopoms.sync.shopify.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.shopify.UserErrors.UserError;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Shopify's operations that run for minutes and answer with a file. At most five of a kind run at once in a store. */
@ApplicationScoped
public class BulkOperations {

    private static final GraphqlDocument RUN_QUERY = GraphqlDocument.of(BulkOperations.class, "bulk_run_query");
    private static final GraphqlDocument RUN_MUTATION = GraphqlDocument.of(BulkOperations.class, "bulk_run_mutation");
    private static final GraphqlDocument STATUS = GraphqlDocument.of(BulkOperations.class, "bulk_operation");

    private static final Set<String> BUSY =
            Set.of("OPERATION_IN_PROGRESS", "LIMIT_REACHED", "INTERNAL_FILE_SERVER_ERROR");
    private static final Duration WHEN_BUSY = Duration.ofSeconds(30);

    private final ShopifyClients shopify;
    private final Timers timers;
    private final Map<ShopifyId, Runnable> waiting = new ConcurrentHashMap<>();

    @Inject
    BulkOperations(ShopifyClients shopify, Vertx vertx) {
        this(shopify, Timers.of(vertx));
    }

    public BulkOperations(ShopifyClients shopify, Timers timers) {
        this.shopify = shopify;
        this.timers = timers;
    }

    /** How far an operation is. */
    public enum State {
        RUNNING,
        COMPLETED,
        /** Failed, cancelled or expired: there is no whole file. */
        BROKEN
    }

    /**
     * @param reason Shopify's word for what broke it
     * @param objects how many rows its file has
     * @param url of the file; absent for an empty one
     */
    public record Operation(State state, String reason, long objects, Optional<String> url) {}

    /**
     * Starts an operation that reads. In its file, what a record holds follows the record.
     *
     * @param meanwhile what a person can do if Shopify refuses the query itself
     */
    public Uni<ShopifyId> runQuery(Store store, String query, String meanwhile) {
        return shopify.of(store)
                .execute(RUN_QUERY, Map.of("query", query))
                .map(data -> started(data.path("bulkOperationRunQuery"), meanwhile));
    }

    /**
     * Starts an operation that writes, once for each line of an uploaded file.
     *
     * @param meanwhile what a person can do if Shopify refuses the mutation itself
     */
    public Uni<ShopifyId> runMutation(
            Store store, GraphqlDocument mutation, String path, String client, String meanwhile) {
        return shopify.of(store)
                .execute(RUN_MUTATION, Map.of("mutation", mutation.text(), "path", path, "client", client))
                .map(data -> started(data.path("bulkOperationRunMutation"), meanwhile));
    }

    /** How far it is now. */
    public Uni<Operation> look(Store store, ShopifyId id) {
        return shopify.of(store)
                .execute(STATUS, Map.of("id", id.gid("BulkOperation")))
                .map(data -> operation(id, data.path("bulkOperation")));
    }

    /** Waits until it is time to look again: the interval has passed, or Shopify told here that the operation ended. */
    public Uni<Void> pause(ShopifyId id, Duration interval) {
        return Uni.createFrom()
                .<Void>emitter(emitter -> {
                    waiting.put(id, () -> emitter.complete(null));
                    timers.after(interval, () -> emitter.complete(null));
                })
                .onTermination()
                .invoke(() -> waiting.remove(id));
    }

    /** Shopify told that an operation ended. */
    public void ended(ShopifyId id) {
        Optional.ofNullable(waiting.remove(id)).ifPresent(Runnable::run);
    }

    private static ShopifyId started(JsonNode payload, String meanwhile) {
        List<UserError> errors = UserErrors.of(payload);
        if (!errors.isEmpty()) {
            UserError first = errors.get(0);
            throw new SyncFailureException(
                    BUSY.contains(first.code().orElse(""))
                            ? new TransientFailure(
                                    "Shopify runs no further bulk operation now: " + first.message(),
                                    Optional.of(WHEN_BUSY))
                            : new RejectedByTarget(
                                    "Shopify refuses a bulk operation: " + first.message(),
                                    "This looks like a mistake of shopOMS: report it with this message. " + meanwhile));
        }
        return ShopifyId.parse(payload.path("bulkOperation").path("id").asText());
    }

    private static Operation operation(ShopifyId id, JsonNode told) {
        if (!told.isObject()) {
            return new Operation(State.BROKEN, "Shopify does not know bulk operation " + id, 0, Optional.empty());
        }
        String status = told.path("status").asText();
        State state = switch (status) {
            case "CREATED", "RUNNING", "CANCELING" -> State.RUNNING;
            case "COMPLETED" -> State.COMPLETED;
            default -> State.BROKEN;
        };
        String url = told.path(state == State.BROKEN ? "partialDataUrl" : "url").textValue();
        return new Operation(
                state,
                status
                        + Optional.ofNullable(told.path("errorCode").textValue())
                                .map(code -> " (" + code + ")")
                                .orElse(""),
                told.path("objectCount").asLong(),
                Optional.ofNullable(url));
    }
}

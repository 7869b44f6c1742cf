package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.BulkOperations.Operation;
import io.shopoms.catalog.shopify.BulkOperations.State;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.UserErrors;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Runs one mutation with many inputs as a bulk operation: uploads a line for each, waits, and reads each line's answer. */
@ApplicationScoped
class BulkUpload {

    private static final GraphqlDocument STAGE = GraphqlDocument.of(BulkUpload.class, "staged_uploads_create");

    private final ShopifyClients shopify;
    private final BulkOperations operations;
    private final FileTransfer files;
    private final ShopifyCatalogSettings settings;
    private final Clock clock;

    BulkUpload(
            ShopifyClients shopify,
            BulkOperations operations,
            FileTransfer files,
            ShopifyCatalogSettings settings,
            Clock clock) {
        this.shopify = shopify;
        this.operations = operations;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Runs the mutation for each of {@code lines}.
     *
     * @return the {@code data} of the answers, by the line's index; of a line that is missing nothing is known: it may have
     *     been carried out, or may still be
     */
    Uni<Map<Integer, JsonNode>> run(Store store, GraphqlDocument mutation, List<Map<String, Object>> lines) {
        Instant giveUpAt = clock.instant().plus(settings.uploadPatience());
        return stage(store)
                .chain(target -> files.upload(target.url(), target.parameters(), file(lines))
                        .chain(() ->
                                operations.runMutation(store, mutation, target.path(), "shopoms-" + UUID.randomUUID())))
                .chain(id -> ended(store, id, giveUpAt))
                .chain(this::answers);
    }

    private record Target(String url, List<Map.Entry<String, String>> parameters, String path) {}

    private Uni<Target> stage(Store store) {
        Map<String, String> wish = Map.of(
                "resource", "BULK_MUTATION_VARIABLES",
                "filename", "lines.jsonl",
                "mimeType", "text/jsonl",
                "httpMethod", "POST");
        return shopify.of(store)
                .execute(STAGE, Map.of("input", List.of(wish)))
                .map(data -> target(data.path("stagedUploadsCreate")));
    }

    private static Target target(JsonNode payload) {
        JsonNode target = payload.path("stagedTargets").path(0);
        if (!UserErrors.of(payload).isEmpty() || !target.hasNonNull("url")) {
            throw new SyncFailureException(new RejectedByTarget(
                    "Shopify gives no place for the file of a bulk operation",
                    "Set SHOPOMS_CATALOG_SHOPIFY_UPLOAD_ABOVE=0 to write products one by one, and report it."));
        }
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        String path = "";
        for (JsonNode parameter : target.path("parameters")) {
            String name = parameter.path("name").asText();
            parameters.add(Map.entry(name, parameter.path("value").asText()));
            if (name.equals("key")) {
                path = parameter.path("value").asText();
            }
        }
        return new Target(target.path("url").asText(), parameters, path);
    }

    private static Buffer file(List<Map<String, Object>> lines) {
        Buffer file = Buffer.buffer();
        lines.forEach(line ->
                file.appendBuffer(JsonBodies.write(JsonBodies.tree(line))).appendString("\n"));
        return file;
    }

    private Uni<Operation> ended(Store store, ShopifyId id, Instant giveUpAt) {
        return operations.look(store, id).chain(operation -> {
            boolean goOn = operation.state() == State.RUNNING && clock.instant().isBefore(giveUpAt);
            return goOn
                    ? operations.pause(id, settings.pollInterval()).chain(() -> ended(store, id, giveUpAt))
                    : Uni.createFrom().item(operation);
        });
    }

    private Uni<Map<Integer, JsonNode>> answers(Operation operation) {
        Map<Integer, JsonNode> answers = new HashMap<>();
        if (operation.state() == State.RUNNING || operation.url().isEmpty()) {
            return Uni.createFrom().item(answers);
        }
        return files.lines(operation.url().get(), 0, line -> {
                    JsonNode answer = ProductJson.parse(line);
                    if (answer.path("data").isObject()
                            && answer.path("__lineNumber").isInt()) {
                        answers.put(answer.path("__lineNumber").intValue(), answer.path("data"));
                    }
                    return true;
                })
                .replaceWith(answers)
                // Without the rest of the file nothing is known of the rest of the lines.
                .onFailure(SyncFailureException.class)
                .recoverWithItem(answers);
    }
}

package io.shopoms.catalog.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.catalog.shopify.StagedUploads.StagedFile;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.shopify.bulk.BulkOperations.State;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs one mutation with many inputs as a bulk operation: uploads a line for each, waits, and reads each line's answer. */
@ApplicationScoped
class BulkUpload {

    private static final Duration WHEN_AT_WORK = Duration.ofMinutes(1);

    private static final String MEANWHILE =
            "Meanwhile set SHOPOMS_CATALOG_SHOPIFY_UPLOAD_ABOVE=0 to write products one by one.";

    private final StagedUploads uploads;
    private final BulkOperations operations;
    private final BulkFiles files;
    private final ShopifyCatalogSettings settings;
    private final Clock clock;

    BulkUpload(
            StagedUploads uploads,
            BulkOperations operations,
            BulkFiles files,
            ShopifyCatalogSettings settings,
            Clock clock) {
        this.uploads = uploads;
        this.operations = operations;
        this.files = files;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Runs the mutation for each of {@code lines}.
     *
     * @return the {@code data} of the answers, by the line's index; of a line that is missing nothing is known: it may have
     *     been carried out. Fails as transient if it is not known whether the operation runs, or it still runs when patience
     *     ends
     */
    Uni<Map<Integer, JsonNode>> run(Store store, GraphqlDocument mutation, List<Map<String, Object>> lines) {
        Instant giveUpAt = clock.instant().plus(settings.uploadPatience());
        return uploads.bring(store, staged(file(lines)))
                .chain(staged -> operations.runMutation(
                        store, mutation, staged.key(), "shopoms-" + UUID.randomUUID(), MEANWHILE))
                .chain(id -> ended(store, id, giveUpAt))
                .chain(this::answers);
    }

    private static StagedFile staged(Buffer lines) {
        return new StagedFile(
                "the file of a bulk operation",
                "BULK_MUTATION_VARIABLES",
                "lines.jsonl",
                "text/jsonl",
                lines,
                "Set SHOPOMS_CATALOG_SHOPIFY_UPLOAD_ABOVE=0 to write products one by one, and report it.");
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
        if (operation.state() == State.RUNNING) {
            throw new SyncFailureException(
                    new TransientFailure("Shopify is still at work on the bulk operation", Optional.of(WHEN_AT_WORK)));
        }
        if (operation.url().isEmpty()) {
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

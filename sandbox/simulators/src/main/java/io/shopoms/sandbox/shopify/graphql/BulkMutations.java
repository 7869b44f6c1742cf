package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.bulk.StagedUploads;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.order.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Starts and cancels bulk operations, and gives out places for uploads. */
final class BulkMutations {

    private static final long LARGEST_FILE = 100L * 1024 * 1024;

    private final BulkOperations operations;
    private final StagedUploads uploads;
    private BulkExecution execution;

    BulkMutations(BulkOperations operations, StagedUploads uploads) {
        this.operations = operations;
        this.uploads = uploads;
    }

    /** To be called before the first request: inner documents run on the schema that has these mutations. */
    void runOn(BulkExecution later) {
        execution = later;
    }

    /** By the name of the root field. */
    Map<String, Function<DataFetchingEnvironment, Object>> fields() {
        return Map.of(
                "bulkOperationRunQuery", this::runQuery,
                "bulkOperationRunMutation", this::runMutation,
                "bulkOperationCancel", this::cancel,
                "stagedUploadsCreate", this::stage);
    }

    private Object runQuery(DataFetchingEnvironment env) {
        String query = env.getArgument("query");
        Optional<String> busy = operations.busy(BulkOperation.Type.QUERY);
        if (busy.isPresent()) {
            return refused(List.of(), busy.get(), "OPERATION_IN_PROGRESS");
        }
        Optional<String> problem = BulkDocument.problemOfQuery(env.getGraphQLSchema(), query);
        return problem.isPresent()
                ? refused(List.of("query"), problem.get(), "INVALID")
                : started(operations.start(BulkOperation.Type.QUERY, query, new BulkQueryWork(execution, query)));
    }

    private Object runMutation(DataFetchingEnvironment env) {
        String mutation = env.getArgument("mutation");
        Optional<String> busy = operations.busy(BulkOperation.Type.MUTATION);
        if (busy.isPresent()) {
            return refused(List.of(), busy.get(), "OPERATION_IN_PROGRESS");
        }
        Optional<String> problem = BulkDocument.problemOfMutation(env.getGraphQLSchema(), mutation);
        if (problem.isPresent()) {
            return refused(List.of("mutation"), problem.get(), "INVALID_MUTATION");
        }
        Optional<Path> file = uploads.find(env.getArgument("stagedUploadPath"));
        if (file.isEmpty()) {
            return refused(
                    List.of(),
                    "The JSONL file could not be found. Try uploading the file again, and check that you've entered the"
                            + " URL correctly for the stagedUploadPath mutation argument.",
                    "NO_SUCH_FILE");
        }
        long size = size(file.get());
        if (size == 0 || size > LARGEST_FILE) {
            return refused(
                    List.of("stagedUploadPath"),
                    "The JSONL file must have between 1 byte and 100 MB, not " + size + " bytes.",
                    "INVALID_STAGED_UPLOAD_FILE");
        }
        return started(operations.start(
                BulkOperation.Type.MUTATION, mutation, new BulkMutationWork(execution, mutation, file.get())));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object cancel(DataFetchingEnvironment env) {
        Optional<BulkOperation> found = operations.find(Gid.parse("BulkOperation", env.getArgument("id")));
        if (found.isEmpty()) {
            return WebhookFields.payload(
                    "bulkOperation", null, new UserError(List.of("id"), "Bulk operation does not exist"));
        }
        return operations
                .cancel(found.get())
                .map(cancelled -> WebhookFields.payload("bulkOperation", cancelled))
                .orElseGet(() -> WebhookFields.payload(
                        "bulkOperation",
                        found.get(),
                        new UserError(
                                null,
                                "A bulk operation cannot be canceled when it is "
                                        + found.get().status().name().toLowerCase(Locale.ROOT))));
    }

    private Object stage(DataFetchingEnvironment env) {
        List<Map<String, Object>> inputs = env.getArgument("input");
        List<Map<String, Object>> targets = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Map<String, Object> input = inputs.get(i);
            boolean image = "IMAGE".equals(input.get("resource"));
            if (!image && !"BULK_MUTATION_VARIABLES".equals(input.get("resource"))
                    || !"POST".equals(input.get("httpMethod"))) {
                return WebhookFields.payload(
                        "stagedTargets",
                        null,
                        new UserError(
                                List.of("input", Integer.toString(i)),
                                "the simulated store takes IMAGE and BULK_MUTATION_VARIABLES by POST only"));
            }
            StagedUploads.Target target =
                    uploads.create((String) input.get("filename"), (String) input.get("mimeType"));
            Map<String, Object> shown = new HashMap<>();
            shown.put("url", BulkContext.base(env) + "/staged-uploads");
            shown.put("resourceUrl", image ? BulkContext.base(env) + StagedUploads.PATH + target.key() : null);
            shown.put("parameters", List.copyOf(target.parameters().entrySet()));
            targets.add(shown);
        }
        return WebhookFields.payload("stagedTargets", targets);
    }

    private static Map<String, Object> started(BulkOperation operation) {
        return WebhookFields.payload("bulkOperation", operation);
    }

    private static Map<String, Object> refused(List<String> field, String message, String code) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("bulkOperation", null);
        payload.put("userErrors", List.of(new CatalogError(field, message, code)));
        return payload;
    }
}

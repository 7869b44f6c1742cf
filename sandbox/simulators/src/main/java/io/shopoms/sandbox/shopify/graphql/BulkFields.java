package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.catalog.CatalogError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The fields of bulk operations, and the queries for them. */
final class BulkFields {

    private final BulkOperations operations;
    private final SearchTerms terms;

    BulkFields(BulkOperations operations, ZoneId zone) {
        this.operations = operations;
        this.terms = new SearchTerms(zone);
    }

    static void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("BulkOperation", BulkOperation.class)
                .field("id", each -> Gid.of("BulkOperation", each.id()))
                .field("type", BulkOperation::type)
                .field("status", BulkOperation::status)
                .field("errorCode", BulkOperation::errorCode)
                .field("query", BulkOperation::query)
                .field("createdAt", BulkOperation::createdAt)
                .field("completedAt", BulkOperation::completedAt)
                .field("objectCount", BulkOperation::objectCount)
                .field("rootObjectCount", BulkOperation::rootObjectCount)
                .field("fileSize", each -> each.fileSize().orElse(null))
                .field("url", (each, env) -> each.isWhole() ? url(each, env) : null)
                .field("partialDataUrl", (each, env) -> each.isWhole() ? null : url(each, env))
                .addTo(wiring);
        TypeFields.payload("BulkOperationRunQueryPayload", "bulkOperation", "userErrors")
                .addTo(wiring);
        TypeFields.payload("BulkOperationRunMutationPayload", "bulkOperation", "userErrors")
                .addTo(wiring);
        TypeFields.payload("BulkOperationCancelPayload", "bulkOperation", "userErrors")
                .addTo(wiring);
        for (String name : List.of("BulkOperationUserError", "BulkMutationUserError")) {
            TypeFields.of(name, CatalogError.class)
                    .field("field", each -> each.field().isEmpty() ? null : each.field())
                    .field("message", CatalogError::message)
                    .field("code", CatalogError::code)
                    .addTo(wiring);
        }
        TypeFields.payload("StagedUploadsCreatePayload", "stagedTargets", "userErrors")
                .addTo(wiring);
        TypeFields.payload("StagedMediaUploadTarget", "url", "resourceUrl", "parameters")
                .addTo(wiring);
        TypeFields.of("StagedUploadParameter", Map.Entry.class)
                .field("name", Map.Entry::getKey)
                .field("value", Map.Entry::getValue)
                .addTo(wiring);
    }

    private static Object url(BulkOperation operation, DataFetchingEnvironment env) {
        return operation.hasFile() ? BulkContext.base(env) + "/bulk-results/" + operation.id() + ".jsonl" : null;
    }

    Object one(DataFetchingEnvironment env) {
        return operations
                .find(Gid.parse("BulkOperation", env.getArgument("id")))
                .orElse(null);
    }

    Object list(DataFetchingEnvironment env) {
        Predicate<BulkOperation> wanted = terms.parse(env.getArgument("query"), this::term);
        List<BulkOperation> found =
                new ArrayList<>(operations.all().stream().filter(wanted).toList());
        if ("COMPLETED_AT".equals(env.getArgument("sortKey"))) {
            found.sort(
                    Comparator.comparing(BulkOperation::completedAt, Comparator.nullsLast(Comparator.naturalOrder())));
        }
        if (Boolean.TRUE.equals(env.getArgument("reverse"))) {
            Collections.reverse(found);
        }
        return Connection.of(found, env);
    }

    private Predicate<BulkOperation> term(String field, String operator, String value) {
        return switch (field) {
            case "operation_type" -> each -> each.type().name().equalsIgnoreCase(value);
            case "status" -> each -> each.status().name().equalsIgnoreCase(value);
            case "id" -> SearchTerms.number(operator, value, BulkOperation::id);
            case "created_at" -> terms.time(operator, value, BulkOperation::createdAt);
            default -> throw SearchTerms.notUnderstood(field);
        };
    }
}

package io.shopoms.sandbox.shopify.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Json;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** {@code POST /admin/api/{version}/graphql.json} of an authenticated app. */
public final class AdminApi {

    private static final int LARGEST_COST = 1_000;
    private static final TypeReference<LinkedHashMap<String, Object>> MAP = new TypeReference<>() {};

    private final GraphQLSchema schema;
    private final GraphQL graphql;
    private final QueryCost costs;
    private final LeakyBucket bucket;
    private final DocumentCache documents = new DocumentCache();

    /**
     * @param restoreRate points per second that the app may spend; 100 on the Standard plan
     * @param nanoTime by which they come back
     */
    public AdminApi(Store store, int restoreRate, LongSupplier nanoTime) {
        AdminSchema definition = new AdminSchema(store);
        this.schema = definition.build();
        this.graphql = GraphQL.newGraphQL(schema)
                .defaultDataFetcherExceptionHandler(new ErrorEnvelope())
                .preparsedDocumentProvider((input, parse) -> CompletableFuture.completedFuture(
                        documents.get(input.getQuery()).orElseGet(() -> parse.apply(input))))
                .build();
        this.costs = new QueryCost(schema);
        this.bucket = new LeakyBucket(restoreRate, nanoTime);
        definition.runBulkOn(new Bulk());
    }

    /**
     * Executes one request body.
     *
     * @param base the address that the store was reached at, for addresses in the answer
     */
    public Answer execute(byte[] body, URI base) {
        JsonNode request;
        try {
            request = Json.MAPPER.readTree(body);
        } catch (IOException e) {
            return Answer.json(400, Map.of("errors", "Bad Request"));
        }
        if (request == null || !request.path("query").isTextual()) {
            return Answer.json(400, Map.of("errors", Map.of("query", "Required parameter missing or invalid")));
        }
        Map<String, Object> variables = request.path("variables").isObject()
                ? Json.MAPPER.convertValue(request.get("variables"), MAP)
                : Map.of();
        ExecutionInput input = ExecutionInput.newExecutionInput(
                        request.get("query").asText())
                .variables(variables)
                .operationName(request.path("operationName").textValue())
                .build();
        return Answer.json(200, answer(BulkContext.at(base, input)));
    }

    private Map<String, Object> answer(ExecutionInput input) {
        PreparsedDocumentEntry entry = documents.get(input.getQuery()).orElseGet(() -> parsed(input));
        if (entry.hasErrors()) {
            return Map.of("errors", ErrorEnvelope.shown(entry.getErrors()));
        }
        ExecutableNormalizedOperation operation;
        try {
            operation = ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                    schema, entry.getDocument(), input.getOperationName(), input.getRawVariables());
        } catch (GraphQLException e) {
            return Map.of("errors", List.of(ErrorEnvelope.invalidVariable(e)));
        }
        Optional<AdminError> tooLarge = InputArrays.check(operation, input);
        if (tooLarge.isPresent()) {
            return Map.of("errors", List.of(ErrorEnvelope.shown(tooLarge.get())));
        }
        int requested = costs.requested(operation);
        if (requested > LARGEST_COST) {
            return Map.of("errors", List.of(ErrorEnvelope.shown(tooExpensive(requested))));
        }
        if (requested > bucket.available()) {
            return throttled(requested);
        }
        ExecutionResult result = graphql.execute(input);
        int actual = Math.min(requested, costs.actual(operation, result.getData()));
        bucket.spend(actual);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", ErrorEnvelope.shown(result.getErrors()));
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        answer.put("extensions", cost(requested, actual));
        return answer;
    }

    private PreparsedDocumentEntry parsed(ExecutionInput input) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(schema, input);
        if (result.isFailure()) {
            return new PreparsedDocumentEntry(List.<GraphQLError>copyOf(result.getErrors()));
        }
        Document document = result.getDocument();
        return documents.put(input.getQuery(), new PreparsedDocumentEntry(document));
    }

    /** The envelope of a request that found the bucket too empty. */
    public Map<String, Object> throttled(int requested) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", "Throttled");
        error.put(
                "extensions",
                Map.of("code", "THROTTLED", "documentation", "https://shopify.dev/api/usage/rate-limits"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errors", List.of(error));
        answer.put("extensions", cost(requested, null));
        return answer;
    }

    private Map<String, Object> cost(int requested, Integer actual) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("maximumAvailable", bucket.maximum());
        status.put("currentlyAvailable", bucket.available());
        status.put("restoreRate", bucket.restoreRate());
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual);
        cost.put("throttleStatus", status);
        return Map.of("cost", cost);
    }

    private static AdminError tooExpensive(int requested) {
        return new AdminError(
                "MAX_COST_EXCEEDED",
                "Query cost is " + requested + ", which exceeds the single query max cost limit (" + LARGEST_COST
                        + ").",
                Map.of("cost", requested, "maxCost", LARGEST_COST));
    }

    /** Documents of bulk operations: neither counted nor throttled. */
    private final class Bulk implements BulkExecution {

        @Override
        public Map<String, Object> page(String document, Map<String, Object> variables) {
            return run(BulkContext.query(input(document, variables)));
        }

        @Override
        public Map<String, Object> line(String document, Map<String, Object> variables) {
            return run(BulkContext.line(input(document, variables)));
        }

        private ExecutionInput input(String document, Map<String, Object> variables) {
            return ExecutionInput.newExecutionInput(document)
                    .variables(variables)
                    .build();
        }

        private Map<String, Object> run(ExecutionInput input) {
            if (documents.get(input.getQuery()).isEmpty()) {
                parsed(input);
            }
            ExecutionResult result = graphql.execute(input);
            Map<String, Object> answer = new LinkedHashMap<>();
            if (result.isDataPresent()) {
                answer.put("data", result.getData());
            }
            if (!result.getErrors().isEmpty()) {
                answer.put("errors", ErrorEnvelope.shown(result.getErrors()));
            }
            return answer;
        }
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLException;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The inner document of a bulk operation, and what Shopify asks of one. */
final class BulkDocument {

    private static final int LARGEST_QUERY = 65_535;
    private static final int MOST_CONNECTIONS = 5;
    private static final int DEEPEST = 2;

    private BulkDocument() {}

    /** Why a query cannot be run; empty if it can. */
    static Optional<String> problemOfQuery(GraphQLSchema schema, String query) {
        if (query.getBytes(StandardCharsets.UTF_8).length > LARGEST_QUERY) {
            return Optional.of("The query is larger than " + LARGEST_QUERY + " bytes.");
        }
        Optional<String> invalid = invalid(schema, query, OperationDefinition.Operation.QUERY);
        if (invalid.isPresent()) {
            return invalid.map(message -> "Invalid bulk query: " + message);
        }
        List<ExecutableNormalizedField> roots = normalized(schema, query).getTopLevelFields();
        int connections = count(schema, roots);
        if (connections == 0) {
            return Optional.of("Bulk queries must contain at least one connection.");
        }
        if (roots.size() > 1 || !isConnection(schema, roots.get(0))) {
            return Optional.of("Bulk queries must have one top-level field, which the simulated store wants to be a"
                    + " connection.");
        }
        if (connections > MOST_CONNECTIONS) {
            return Optional.of("Bulk queries cannot contain more than " + MOST_CONNECTIONS + " connections.");
        }
        if (depth(schema, roots) > DEEPEST) {
            return Optional.of(
                    "Bulk queries cannot contain connections with a nesting depth greater than " + DEEPEST + ".");
        }
        return lacksId(schema, roots.get(0))
                ? Optional.of("The parent field for a nested connection must select the `id` field without an alias"
                        + " and must be of 'ID!' return type.")
                : Optional.empty();
    }

    /** Why a mutation cannot be run; empty if it can. */
    static Optional<String> problemOfMutation(GraphQLSchema schema, String mutation) {
        Optional<String> invalid = invalid(schema, mutation, OperationDefinition.Operation.MUTATION);
        if (invalid.isPresent()) {
            return invalid;
        }
        OperationDefinition operation = operation(schema, mutation);
        if (operation.getSelectionSet().getSelections().size() != 1) {
            return Optional.of("The mutation must have exactly one top-level field.");
        }
        return mutation.contains("bulkOperation")
                ? Optional.of("Bulk operations cannot be run in bulk.")
                : Optional.empty();
    }

    private static Optional<String> invalid(GraphQLSchema schema, String text, OperationDefinition.Operation wanted) {
        ParseAndValidateResult result = ParseAndValidate.parseAndValidate(
                schema, ExecutionInput.newExecutionInput(text).build());
        if (result.isFailure()) {
            return Optional.of(result.getErrors().get(0).getMessage());
        }
        List<OperationDefinition> operations = result.getDocument().getDefinitionsOfType(OperationDefinition.class);
        return operations.size() == 1 && operations.get(0).getOperation() == wanted
                ? Optional.empty()
                : Optional.of("the document must be one " + wanted.name().toLowerCase(Locale.ROOT));
    }

    private static OperationDefinition operation(GraphQLSchema schema, String text) {
        Document document = ParseAndValidate.parseAndValidate(
                        schema, ExecutionInput.newExecutionInput(text).build())
                .getDocument();
        return document.getDefinitionsOfType(OperationDefinition.class).get(0);
    }

    private static ExecutableNormalizedOperation normalized(GraphQLSchema schema, String text) {
        Document document = ParseAndValidate.parseAndValidate(
                        schema, ExecutionInput.newExecutionInput(text).build())
                .getDocument();
        try {
            return ExecutableNormalizedOperationFactory.createExecutableNormalizedOperation(
                    schema, document, null, CoercedVariables.emptyVariables());
        } catch (GraphQLException e) {
            throw new AdminError("BAD_REQUEST", e.getMessage());
        }
    }

    private static boolean isConnection(GraphQLSchema schema, ExecutableNormalizedField field) {
        String type = GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapAll(
                field.getFieldDefinitions(schema).get(0).getType()));
        return type.endsWith("Connection");
    }

    private static int count(GraphQLSchema schema, List<ExecutableNormalizedField> fields) {
        return fields.stream()
                .mapToInt(field -> (isConnection(schema, field) ? 1 : 0) + count(schema, field.getChildren()))
                .sum();
    }

    private static int depth(GraphQLSchema schema, List<ExecutableNormalizedField> fields) {
        return fields.stream()
                .mapToInt(field -> (isConnection(schema, field) ? 1 : 0) + depth(schema, field.getChildren()))
                .max()
                .orElse(0);
    }

    /** Whether the nodes of the connection have connections of their own, but no id. */
    private static boolean lacksId(GraphQLSchema schema, ExecutableNormalizedField connection) {
        return connection.getChildren().stream()
                .flatMap(child ->
                        child.getName().equals("edges") ? child.getChildren().stream() : List.of(child).stream())
                .filter(child ->
                        child.getName().equals("node") || child.getName().equals("nodes"))
                .anyMatch(node -> count(schema, node.getChildren()) > 0
                        && node.getChildren().stream()
                                .noneMatch(field -> field.getResultKey().equals("id")));
    }
}

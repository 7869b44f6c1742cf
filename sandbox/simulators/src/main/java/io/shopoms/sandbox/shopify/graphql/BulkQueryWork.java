package io.shopoms.sandbox.shopify.graphql;

import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import io.shopoms.sandbox.shopify.bulk.BulkFailure;
import io.shopoms.sandbox.shopify.bulk.BulkLines;
import io.shopoms.sandbox.shopify.bulk.BulkWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a query page by page and writes its records as lines, children behind their parents. */
final class BulkQueryWork implements BulkWork {

    private static final int PAGE = 100;
    private static final String AFTER = "bulkAfter";
    private static final String PAGE_INFO = "bulkPageInfo";

    private final BulkExecution execution;
    private final String document;
    private final String root;
    private String after;

    BulkQueryWork(BulkExecution execution, String query) {
        this.execution = execution;
        Document parsed = Parser.parse(query);
        OperationDefinition operation =
                parsed.getDefinitionsOfType(OperationDefinition.class).get(0);
        Field field =
                operation.getSelectionSet().getSelectionsOfType(Field.class).get(0);
        this.root = field.getResultKey();
        this.document = AstPrinter.printAst(paged(parsed, operation, field));
    }

    /** The same document, but with pages of our own size, and the place where the next one begins. */
    private static Document paged(Document parsed, OperationDefinition operation, Field field) {
        List<Argument> arguments = new ArrayList<>(field.getArguments());
        arguments.removeIf(
                argument -> List.of("first", "last", "after", "before").contains(argument.getName()));
        arguments.add(new Argument("first", IntValue.of(PAGE)));
        arguments.add(new Argument("after", VariableReference.of(AFTER)));
        Field pageInfo = Field.newField("pageInfo")
                .alias(PAGE_INFO)
                .selectionSet(SelectionSet.newSelectionSet()
                        .selection(new Field("hasNextPage"))
                        .selection(new Field("endCursor"))
                        .build())
                .build();
        Field paged = field.transform(builder -> builder.arguments(arguments)
                .selectionSet(field.getSelectionSet().transform(set -> set.selection(pageInfo))));
        OperationDefinition changed = operation.transform(builder -> builder.variableDefinition(
                        VariableDefinition.newVariableDefinition(
                                        AFTER, TypeName.newTypeName("String").build())
                                .build())
                .selectionSet(SelectionSet.newSelectionSet().selection(paged).build()));
        List<Definition> definitions = new ArrayList<>();
        parsed.getDefinitions().forEach(each -> definitions.add(each == operation ? changed : each));
        return parsed.transform(builder -> builder.definitions(definitions));
    }

    @Override
    public boolean step(BulkLines out) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(AFTER, after);
        Map<String, Object> answer = execution.page(document, variables);
        if (answer.get("errors") instanceof List<?> errors && !errors.isEmpty()) {
            String text = errors.toString();
            throw new BulkFailure(text.contains("ACCESS_DENIED") ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR", text);
        }
        Map<?, ?> connection = (Map<?, ?>) ((Map<?, ?>) answer.get("data")).get(root);
        for (Map<?, ?> node : nodes(connection)) {
            write(node, null, out);
        }
        Map<?, ?> pageInfo = (Map<?, ?>) connection.get(PAGE_INFO);
        after = (String) pageInfo.get("endCursor");
        return Boolean.TRUE.equals(pageInfo.get("hasNextPage"));
    }

    private static void write(Map<?, ?> node, Object parentId, BulkLines out) {
        Map<Object, Map<?, ?>> children = new LinkedHashMap<>();
        Map<String, Object> line = withoutConnections(node, node.get("id"), children);
        if (parentId != null) {
            line.put("__parentId", parentId);
        }
        out.add(line, parentId == null);
        children.forEach((child, connection) ->
                nodes(connection).forEach(each -> write(each, ((Place) child).parentId(), out)));
    }

    private record Place(Object parentId, String field) {}

    private static Map<String, Object> withoutConnections(Map<?, ?> node, Object id, Map<Object, Map<?, ?>> children) {
        Map<String, Object> line = new LinkedHashMap<>();
        node.forEach((field, value) -> {
            if (isConnection(value)) {
                children.put(new Place(id, field.toString()), (Map<?, ?>) value);
            } else if (value instanceof Map<?, ?> part) {
                Object own = part.get("id");
                line.put(field.toString(), withoutConnections(part, own == null ? id : own, children));
            } else {
                line.put(field.toString(), value);
            }
        });
        return line;
    }

    private static boolean isConnection(Object value) {
        return value instanceof Map<?, ?> map
                && (map.get("edges") instanceof List<?> || map.get("nodes") instanceof List<?>);
    }

    private static List<Map<?, ?>> nodes(Map<?, ?> connection) {
        List<Map<?, ?>> nodes = new ArrayList<>();
        if (connection.get("nodes") instanceof List<?> list) {
            list.forEach(node -> nodes.add((Map<?, ?>) node));
        } else if (connection.get("edges") instanceof List<?> edges) {
            edges.forEach(edge -> nodes.add((Map<?, ?>) ((Map<?, ?>) edge).get("node")));
        }
        return nodes;
    }
}

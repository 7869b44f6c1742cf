package io.shopoms.sandbox.real;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The GraphQL documents of this repository. */
final class Documents {

    private Documents() {}

    /** Every {@code src/main/resources/graphql/*.graphql} of every module. */
    static List<Path> ofAllModules() {
        return below(root(), "/src/main/resources/graphql/");
    }

    /** Those that the simulator's own tests send. */
    static List<Path> ofTheSimulator() {
        return below(root().resolve("sandbox/simulators/src/test/resources"), "/graphql-appendix/");
    }

    /** The directory of the whole project. */
    static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("sandbox"))) {
            directory = directory.getParent();
        }
        return directory;
    }

    private static List<Path> below(Path directory, String part) {
        try (Stream<Path> files = Files.find(
                directory,
                12,
                (path, attributes) -> path.toString().endsWith(".graphql")
                        && path.toString().replace('\\', '/').contains(part)
                        && !path.toString().contains("/target/"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deprecated fields, arguments and input fields that a valid document uses. */
    static List<String> deprecations(GraphQLSchema schema, Document document) {
        List<String> found = new ArrayList<>();
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            boolean query = operation.getOperation() == OperationDefinition.Operation.QUERY;
            GraphQLFieldsContainer root = query ? schema.getQueryType() : schema.getMutationType();
            selections(schema, document, operation.getSelectionSet(), root, found);
        }
        return found;
    }

    private static void selections(
            GraphQLSchema schema, Document document, SelectionSet set, GraphQLType type, List<String> found) {
        for (Selection<?> selection : set == null ? List.<Selection>of() : set.getSelections()) {
            if (selection instanceof Field field) {
                field(schema, document, field, (GraphQLNamedType) type, found);
            } else if (selection instanceof InlineFragment fragment) {
                GraphQLType narrowed = fragment.getTypeCondition() == null
                        ? type
                        : schema.getType(fragment.getTypeCondition().getName());
                selections(schema, document, fragment.getSelectionSet(), narrowed, found);
            } else if (selection instanceof FragmentSpread spread) {
                document.getDefinitionsOfType(FragmentDefinition.class).stream()
                        .filter(definition -> definition.getName().equals(spread.getName()))
                        .forEach(definition -> selections(
                                schema,
                                document,
                                definition.getSelectionSet(),
                                schema.getType(definition.getTypeCondition().getName()),
                                found));
            }
        }
    }

    private static void field(
            GraphQLSchema schema, Document document, Field field, GraphQLNamedType parent, List<String> found) {
        if (field.getName().startsWith("__")) {
            return;
        }
        GraphQLFieldDefinition definition = ((GraphQLFieldsContainer) parent).getFieldDefinition(field.getName());
        String path = parent.getName() + "." + field.getName();
        if (definition.isDeprecated()) {
            found.add(path);
        }
        for (Argument argument : field.getArguments()) {
            GraphQLArgument known = definition.getArgument(argument.getName());
            if (known.isDeprecated()) {
                found.add(path + "(" + argument.getName() + ")");
            }
            literal(argument.getValue(), known.getType(), found);
        }
        selections(schema, document, field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()), found);
    }

    private static void literal(Value<?> value, GraphQLType type, List<String> found) {
        if (value instanceof ObjectValue object
                && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input) {
            for (ObjectField field : object.getObjectFields()) {
                if (input.getFieldDefinition(field.getName()).isDeprecated()) {
                    found.add(input.getName() + "." + field.getName());
                }
                literal(
                        field.getValue(),
                        input.getFieldDefinition(field.getName()).getType(),
                        found);
            }
        }
    }
}

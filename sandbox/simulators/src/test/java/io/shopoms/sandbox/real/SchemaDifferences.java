package io.shopoms.sandbox.real;

import graphql.introspection.Introspection;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;

/** What a part has that the whole does not have, or has differently. */
final class SchemaDifferences {

    private final GraphQLSchema whole;
    private final List<String> found = new ArrayList<>();

    private SchemaDifferences(GraphQLSchema whole) {
        this.whole = whole;
    }

    static List<String> of(GraphQLSchema part, GraphQLSchema whole) {
        SchemaDifferences differences = new SchemaDifferences(whole);
        part.getAllTypesAsList().stream()
                .filter(type -> !Introspection.isIntrospectionTypes(type))
                .forEach(differences::type);
        part.getDirectives().stream()
                .filter(directive -> whole.getDirective(directive.getName()) == null)
                .forEach(directive -> differences.found.add("no directive @" + directive.getName()));
        return differences.found;
    }

    private void type(GraphQLNamedType part) {
        GraphQLType real = whole.getType(part.getName());
        if (real == null) {
            found.add("no type " + part.getName());
        } else if (!real.getClass().equals(part.getClass())) {
            found.add(part.getName() + " is another kind of type");
        } else if (part instanceof GraphQLFieldsContainer fields) {
            fields.getFieldDefinitions().forEach(field -> field(part.getName(), field, (GraphQLFieldsContainer) real));
            interfaces((GraphQLImplementingType) part, (GraphQLImplementingType) real);
        } else if (part instanceof GraphQLInputObjectType input) {
            input(input, (GraphQLInputObjectType) real);
        } else if (part instanceof GraphQLEnumType values) {
            values(values, (GraphQLEnumType) real);
        } else if (part instanceof GraphQLUnionType union) {
            List<String> names = names(((GraphQLUnionType) real).getTypes());
            names(union.getTypes()).stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> found.add(part.getName() + " has no member " + name));
        }
    }

    private static List<String> names(List<? extends GraphQLNamedType> types) {
        return types.stream().map(GraphQLNamedType::getName).toList();
    }

    private void interfaces(GraphQLImplementingType part, GraphQLImplementingType real) {
        List<String> names = real.getInterfaces().stream()
                .map(each -> ((GraphQLNamedType) each).getName())
                .toList();
        part.getInterfaces().stream()
                .map(each -> ((GraphQLNamedType) each).getName())
                .filter(name -> !names.contains(name))
                .forEach(name -> found.add(part.getName() + " does not implement " + name));
    }

    private void field(String type, GraphQLFieldDefinition part, GraphQLFieldsContainer realType) {
        String path = type + "." + part.getName();
        GraphQLFieldDefinition real = realType.getFieldDefinition(part.getName());
        if (real == null) {
            found.add("no field " + path);
            return;
        }
        if (real.isDeprecated()) {
            found.add(path + " is deprecated");
        }
        compare(path, part.getType(), real.getType());
        for (GraphQLArgument argument : part.getArguments()) {
            GraphQLArgument realArgument = real.getArgument(argument.getName());
            if (realArgument == null) {
                found.add("no argument " + path + "(" + argument.getName() + ")");
            } else {
                compare(path + "(" + argument.getName() + ")", argument.getType(), realArgument.getType());
            }
        }
        real.getArguments().stream()
                .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue())
                .filter(argument -> part.getArgument(argument.getName()) == null)
                .forEach(argument -> found.add(path + " lacks the required argument " + argument.getName()));
    }

    private void input(GraphQLInputObjectType part, GraphQLInputObjectType real) {
        for (GraphQLInputObjectField field : part.getFieldDefinitions()) {
            GraphQLInputObjectField realField = real.getFieldDefinition(field.getName());
            String path = part.getName() + "." + field.getName();
            if (realField == null) {
                found.add("no input field " + path);
            } else {
                compare(path, field.getType(), realField.getType());
                if (realField.isDeprecated()) {
                    found.add(path + " is deprecated");
                }
            }
        }
        real.getFieldDefinitions().stream()
                .filter(field -> GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue())
                .filter(field -> part.getFieldDefinition(field.getName()) == null)
                .forEach(field -> found.add(part.getName() + " lacks the required field " + field.getName()));
    }

    private void values(GraphQLEnumType part, GraphQLEnumType real) {
        part.getValues().stream()
                .filter(value -> real.getValue(value.getName()) == null)
                .forEach(value -> found.add("no value " + part.getName() + "." + value.getName()));
    }

    private void compare(String path, GraphQLType part, GraphQLType real) {
        String is = GraphQLTypeUtil.simplePrint(part);
        String shouldBe = GraphQLTypeUtil.simplePrint(real);
        if (!is.equals(shouldBe)) {
            found.add(path + " is " + is + ", should be " + shouldBe);
        }
    }
}

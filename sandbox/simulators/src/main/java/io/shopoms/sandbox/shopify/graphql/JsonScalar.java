package io.shopoms.sandbox.shopify.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** Any JSON value, written as it is. Nothing of ours reads one. */
final class JsonScalar {

    static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("JSON")
            .coercing(new Coercing<Object, Object>() {
                @Override
                public Object serialize(Object value, GraphQLContext context, Locale locale) {
                    return value;
                }
            })
            .build();

    private JsonScalar() {}
}

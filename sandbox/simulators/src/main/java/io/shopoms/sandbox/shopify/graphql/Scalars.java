package io.shopoms.sandbox.shopify.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Shopify's scalars: all of them travel as text. Money has its currency's decimals, a Decimal as few as it can. */
final class Scalars {

    static final List<GraphQLScalarType> ALL = List.of(
            scalar(
                    "DateTime",
                    Object::toString,
                    text -> OffsetDateTime.parse(text).toInstant()),
            scalar("Decimal", value -> decimal((BigDecimal) value), BigDecimal::new),
            scalar("Money", value -> ((BigDecimal) value).toPlainString(), BigDecimal::new),
            scalar("UnsignedInt64", Object::toString, Long::parseUnsignedLong),
            scalar("URL", Object::toString, text -> URI.create(text).toString()),
            scalar("HTML", Object::toString, text -> text),
            JsonScalar.TYPE);

    private Scalars() {}

    /** GraphQL writes {@code 13.5} and {@code 0.0} where webhooks write {@code 13.50} and {@code 0.00}. */
    static String decimal(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return (shortest.scale() < 1 ? shortest.setScale(1) : shortest).toPlainString();
    }

    private static GraphQLScalarType scalar(
            String name, Function<Object, String> write, Function<String, Object> read) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Text(name, write, read))
                .build();
    }

    private record Text(String name, Function<Object, String> write, Function<String, Object> read)
            implements Coercing<Object, String> {

        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return write.apply(value);
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return parsed(input)
                    .orElseThrow(() -> new CoercingParseValueException("invalid " + name + " '" + input + "'"));
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            String text = input instanceof StringValue string ? string.getValue() : null;
            return parsed(text).orElseThrow(() -> new CoercingParseLiteralException("invalid " + name));
        }

        /** Asked for where a literal stands beside a variable of the same type. */
        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(String.valueOf(input));
        }

        private Optional<Object> parsed(Object input) {
            try {
                return input instanceof String text ? Optional.of(read.apply(text)) : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Mutations that Shopify executes once for each key: the schema makes {@code @idempotent} optional, the Admin API asks for
 * it since 2026-04. Keys are kept as long as the store lives.
 */
final class IdempotencyKeys {

    private record Executed(Map<String, Object> input, Object payload) {}

    private final Map<String, Executed> executed = new HashMap<>();

    /** The first answer again for the same key and input. */
    Object once(DataFetchingEnvironment env, Map<String, Object> input, Supplier<Object> mutation) {
        String key = env.getField().getName() + " " + key(env);
        Executed before = executed.get(key);
        if (before != null && !before.input().equals(input)) {
            throw new AdminError(
                    "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
                    "The same idempotency key was used before with other parameters.");
        }
        if (before == null) {
            before = new Executed(input, mutation.get());
            executed.put(key, before);
        }
        return before.payload();
    }

    private static String key(DataFetchingEnvironment env) {
        List<Directive> directives = env.getField().getDirectives("idempotent");
        if (directives.isEmpty()) {
            throw new AdminError(
                    "BAD_REQUEST", "The @idempotent directive is required for this mutation but was not provided.");
        }
        Argument argument = directives.get(0).getArgument("key");
        Value<?> value = argument == null ? null : argument.getValue();
        Object key = value instanceof VariableReference variable
                ? env.getVariables().get(variable.getName())
                : value instanceof StringValue text ? text.getValue() : null;
        if (!(key instanceof String text) || text.isBlank()) {
            throw new AdminError("BAD_REQUEST", "The key of @idempotent must not be blank.");
        }
        return text;
    }
}

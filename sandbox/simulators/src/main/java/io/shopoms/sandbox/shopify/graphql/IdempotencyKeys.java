package io.shopoms.sandbox.shopify.graphql;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.inventory.QuantityChange;
import io.shopoms.sandbox.shopify.inventory.QuantityOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Mutations that Shopify executes once for each key: the schema makes {@code @idempotent} optional, the Admin API asks for
 * it since 2026-04. A key is remembered for a day.
 */
public final class IdempotencyKeys {

    /** Why a mutation was not executed. */
    enum Problem {
        IDEMPOTENCY_CONCURRENT_REQUEST("This request is currently in progress, please try again."),
        IDEMPOTENCY_KEY_PARAMETER_MISMATCH(
                "The same idempotency key cannot be used with different operation parameters."),
        IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED(
                "A previous request with this idempotency key failed. Retry with a new idempotency key.");

        private final String message;

        Problem(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }

        AdminError asError() {
            return new AdminError(name(), message);
        }
    }

    private record Executed(Instant at, Object input, Object payload) {}

    private static final Duration KEPT = Duration.ofHours(24);

    private final Supplier<Instant> clock;
    private final Map<String, Executed> executed = new LinkedHashMap<>();
    private final Deque<Problem> next = new ArrayDeque<>();

    /** @param clock now */
    public IdempotencyKeys(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /**
     * The next requests are not executed but refused, though nothing is wrong with them.
     *
     * @param code of the problem, such as {@code IDEMPOTENCY_CONCURRENT_REQUEST}
     * @throws IllegalArgumentException if there is no such code
     */
    public void refuseNext(String code, int requests) {
        for (int i = 0; i < requests; i++) {
            next.add(Problem.valueOf(code));
        }
    }

    public void clear() {
        executed.clear();
        next.clear();
    }

    /** The first answer again for the same key and input; a problem is a top-level error. */
    Object once(DataFetchingEnvironment env, Map<String, Object> input, Supplier<Object> mutation) {
        return once(
                env,
                input,
                problem -> {
                    throw problem.asError();
                },
                mutation);
    }

    /** @param refused the payload for a problem, where the mutation has codes for it */
    Object once(
            DataFetchingEnvironment env,
            Map<String, Object> input,
            Function<Problem, Object> refused,
            Supplier<Object> mutation) {
        return once(env.getField().getName() + " " + key(env), input, refused, mutation);
    }

    /** A change of quantities that is made in this process. */
    public QuantityOutcome once(String key, QuantityChange change, Supplier<QuantityOutcome> mutation) {
        return once(
                "direct " + key,
                change,
                problem -> QuantityOutcome.refused(problem.message(), problem.name()),
                mutation);
    }

    @SuppressWarnings("unchecked")
    private <T> T once(String key, Object input, Function<Problem, T> refused, Supplier<T> mutation) {
        forgetOld();
        if (!next.isEmpty()) {
            return refused.apply(next.remove());
        }
        Executed before = executed.get(key);
        if (before != null && !before.input().equals(input)) {
            return refused.apply(Problem.IDEMPOTENCY_KEY_PARAMETER_MISMATCH);
        }
        if (before == null) {
            before = new Executed(clock.get(), input, mutation.get());
            executed.put(key, before);
        }
        return (T) before.payload();
    }

    private void forgetOld() {
        Instant oldest = clock.get().minus(KEPT);
        Iterator<Executed> all = executed.values().iterator();
        while (all.hasNext() && !all.next().at().isAfter(oldest)) {
            all.remove();
        }
    }

    private static String key(DataFetchingEnvironment env) {
        Directive directive = env.getField().getDirectives("idempotent").stream()
                .findFirst()
                .orElseThrow(() -> new AdminError(
                        "BAD_REQUEST",
                        "The @idempotent directive is required for this mutation but was not provided."));
        Argument argument = directive.getArgument("key");
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

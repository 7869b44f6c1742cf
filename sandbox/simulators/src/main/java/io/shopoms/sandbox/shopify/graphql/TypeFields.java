package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The fields of one GraphQL type, each read from a record of type {@code T}.
 *
 * @param <T> what a record of the GraphQL type is in the store
 */
final class TypeFields<T> {

    private final TypeRuntimeWiring.Builder type;

    private TypeFields(String name) {
        this.type = TypeRuntimeWiring.newTypeWiring(name);
    }

    static <T> TypeFields<T> of(String name, Class<T> source) {
        return new TypeFields<>(name);
    }

    /** The payload of a mutation, built as a map. */
    static TypeFields<Map<String, Object>> payload(String name, String... fields) {
        TypeFields<Map<String, Object>> payload = new TypeFields<>(name);
        for (String field : fields) {
            payload.field(field, map -> map.get(field));
        }
        return payload;
    }

    TypeFields<T> field(String name, Function<T, Object> value) {
        type.dataFetcher(name, env -> value.apply(env.getSource()));
        return this;
    }

    TypeFields<T> field(String name, BiFunction<T, DataFetchingEnvironment, Object> value) {
        type.dataFetcher(name, env -> value.apply(env.getSource(), env));
        return this;
    }

    /** {@code id} and {@code legacyResourceId}. */
    TypeFields<T> ids(String gidType, Function<T, Long> id) {
        return field("id", each -> Gid.of(gidType, id.apply(each))).field("legacyResourceId", id::apply);
    }

    TypeFields<T> connection(String name, Function<T, List<?>> all) {
        type.dataFetcher(name, env -> Connection.of(all.apply(env.getSource()), env));
        return this;
    }

    /** A plain list that {@code first} may cut short. */
    TypeFields<T> list(String name, Function<T, List<?>> all) {
        type.dataFetcher(name, env -> {
            List<?> items = all.apply(env.getSource());
            Integer first = env.getArgument("first");
            return first == null || first >= items.size() ? items : items.subList(0, first);
        });
        return this;
    }

    void addTo(RuntimeWiring.Builder wiring) {
        wiring.type(type);
    }
}

package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Predicate;

/** Pages of all variants by id. */
final class VariantPages {

    private static final String CURSOR = "variant:";

    private VariantPages() {}

    static Connection byId(
            NavigableMap<Long, Variant> all, Predicate<Variant> wanted, DataFetchingEnvironment env, boolean reverse) {
        int first = Connection.first(env);
        String after = env.getArgument("after");
        List<Variant> found = behind(all, after, reverse).values().stream()
                .filter(wanted)
                .limit(first + 1L)
                .toList();
        List<Connection.Edge> edges = found.stream()
                .limit(first)
                .map(variant -> new Connection.Edge(Connection.encoded(CURSOR + variant.id()), variant))
                .toList();
        return new Connection(edges, found.size() > first, after != null);
    }

    private static NavigableMap<Long, Variant> behind(NavigableMap<Long, Variant> all, String after, boolean reverse) {
        NavigableMap<Long, Variant> ordered = reverse ? all.descendingMap() : all;
        if (after == null) {
            return ordered;
        }
        String text = Connection.decoded(after);
        if (!text.matches(CURSOR + "\\d{1,18}")) {
            throw Connection.invalidCursor();
        }
        return ordered.tailMap(Long.parseLong(text.substring(CURSOR.length())), false);
    }
}

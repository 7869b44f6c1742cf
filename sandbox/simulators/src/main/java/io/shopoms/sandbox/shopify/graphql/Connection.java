package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A page of records. */
record Connection(List<Edge> edges, boolean hasNextPage, boolean hasPreviousPage) {

    /** The most that one page may hold. */
    static final int LARGEST_PAGE = 250;

    record Edge(String cursor, Object node) {}

    List<Object> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    String startCursor() {
        return edges.isEmpty() ? null : edges.get(0).cursor();
    }

    String endCursor() {
        return edges.isEmpty() ? null : edges.get(edges.size() - 1).cursor();
    }

    /** The page of a list that does not change its order, cursors being positions in it. */
    static Connection of(List<?> all, DataFetchingEnvironment env) {
        int first = first(env);
        int start = position(env.getArgument("after"));
        List<Edge> edges = new ArrayList<>();
        for (int i = start; i < Math.min(all.size(), (long) start + first); i++) {
            edges.add(new Edge(encoded("position:" + (i + 1)), all.get(i)));
        }
        return new Connection(edges, (long) start + first < all.size(), start > 0);
    }

    static int first(DataFetchingEnvironment env) {
        if (BulkContext.isUncut(env)) {
            return Integer.MAX_VALUE;
        }
        Integer first = env.getArgument("first");
        if (first == null) {
            throw new AdminError("BAD_REQUEST", "you must provide one of first or last");
        }
        if (first < 0 || first > LARGEST_PAGE) {
            throw new AdminError("BAD_REQUEST", "first must lie between 0 and " + LARGEST_PAGE);
        }
        return first;
    }

    private static int position(String after) {
        if (after == null) {
            return 0;
        }
        String text = decoded(after);
        if (!text.matches("position:\\d{1,9}")) {
            throw invalidCursor();
        }
        return Integer.parseInt(text.substring("position:".length()));
    }

    static String encoded(String cursor) {
        return Base64.getEncoder().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    static String decoded(String cursor) {
        try {
            return new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
    }

    static AdminError invalidCursor() {
        return new AdminError("BAD_REQUEST", "Invalid cursor for current pagination sort.");
    }
}

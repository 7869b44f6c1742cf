package io.shopoms.sandbox.odoo.orm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** {@code child_of} and {@code parent_of}: along the parent of a location or a partner. */
final class Hierarchy {

    private static final int DEEPEST = 100;

    private Hierarchy() {}

    static boolean isBelow(Env env, Field field, Object actual, Object expected) {
        List<Long> roots = ids(expected);
        for (Long start : actualIds(actual)) {
            Long id = start;
            for (int depth = 0; id != null && depth < DEEPEST; depth++) {
                if (roots.contains(id)) {
                    return true;
                }
                id = parent(env, field, id);
            }
        }
        return false;
    }

    static boolean isAbove(Env env, Field field, Object actual, Object expected) {
        List<Long> mine = actualIds(actual);
        return ids(expected).stream().anyMatch(id -> chain(env, field, id).anyMatch(mine::contains));
    }

    private static java.util.stream.Stream<Long> chain(Env env, Field field, Long start) {
        return java.util.stream.Stream.iterate(start, Objects::nonNull, id -> parent(env, field, id))
                .limit(DEEPEST);
    }

    private static Long parent(Env env, Field field, Long id) {
        Record row = env.find(field.comodel(), id);
        if (row == null) {
            return null;
        }
        String parent = row.model().field("location_id") != null ? "location_id" : "parent_id";
        return row.model().field(parent) == null ? null : (Long) env.get(row, parent);
    }

    private static List<Long> actualIds(Object actual) {
        if (actual == null) {
            return List.of();
        }
        return actual instanceof List<?> list ? list.stream().map(Values::whole).toList() : List.of((Long) actual);
    }

    private static List<Long> ids(Object expected) {
        List<?> values = expected instanceof List<?> list ? list : Arrays.asList(expected);
        return values.stream().filter(Python::isTrue).map(Values::whole).toList();
    }
}

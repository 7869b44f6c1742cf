package io.shopoms.sandbox.odoo.orm;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sorts groups by their keys or aggregates; records that groups stand for come in the order of their own model. */
final class GroupOrder {

    private GroupOrder() {}

    static Comparator<Grouping.Group> of(Env env, List<GroupKey> keys, List<Grouping.Group> groups, String order) {
        Comparator<Grouping.Group> comparator = (a, b) -> 0;
        if (order.isBlank()) {
            for (int i = 0; i < keys.size(); i++) {
                comparator = comparator.thenComparing(by(env, keys.get(i), i, groups));
            }
            return comparator;
        }
        for (String term : order.split(",")) {
            String[] parts = term.strip().split(" +");
            Comparator<Grouping.Group> next = by(env, keys, groups, parts[0]);
            boolean descending = parts.length > 1 && parts[1].equalsIgnoreCase("desc");
            comparator = comparator.thenComparing(descending ? next.reversed() : next);
        }
        return comparator;
    }

    private static Comparator<Grouping.Group> by(
            Env env, List<GroupKey> keys, List<Grouping.Group> groups, String name) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).name().equals(name)) {
                return by(env, keys.get(i), i, groups);
            }
        }
        return Comparator.comparing(group -> {
            Object value = group.aggregates().get(name);
            if (!(value instanceof Number number)) {
                throw OdooException.value("Order term '" + name + "' is not a valid aggregate nor valid groupby");
            }
            return number.doubleValue();
        });
    }

    private static Comparator<Grouping.Group> by(Env env, GroupKey key, int index, List<Grouping.Group> groups) {
        if (key.last().type() != Type.MANY2ONE) {
            return Comparator.comparing(
                    group -> natural(group.values().get(index)), Comparator.nullsLast(Comparator.naturalOrder()));
        }
        Map<Object, Integer> ranks = ranks(env, key.last().comodel(), index, groups);
        return Comparator.comparing(
                group -> ranks.get(group.values().get(index)), Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static Map<Object, Integer> ranks(Env env, String comodel, int index, List<Grouping.Group> groups) {
        List<Record> targets = groups.stream()
                .map(group -> group.values().get(index))
                .filter(Objects::nonNull)
                .distinct()
                .map(id -> env.find(comodel, (Long) id))
                .filter(Objects::nonNull)
                .toList();
        Map<Object, Integer> ranks = new HashMap<>();
        Order.sort(env, env.model(comodel), targets, "").forEach(row -> ranks.put(row.id(), ranks.size()));
        return ranks;
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> natural(Object value) {
        return value instanceof Comparable<?> comparable ? (Comparable<Object>) comparable : null;
    }
}

package io.shopoms.sandbox.odoo.orm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code formatted_read_group}: rows by the values of fields, with sums and counts, in the order of those values. */
final class Grouping {

    private Grouping() {}

    static Object read(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "read");
        List<GroupKey> keys = args.names("groupby").stream()
                .map(name -> GroupKey.of(env, model, name))
                .toList();
        Map<List<Object>, List<Record>> groups = new LinkedHashMap<>();
        for (Record row : env.search(model.name(), args.list("domain"), "id")) {
            List<Object> values = new ArrayList<>(keys.size());
            keys.forEach(key -> values.add(key.of(env, row)));
            groups.computeIfAbsent(values, k -> new ArrayList<>()).add(row);
        }
        if (groups.isEmpty() && keys.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        List<Group> all = new ArrayList<>(groups.size());
        groups.forEach((values, rows) -> all.add(group(env, model, values, rows, args)));
        all.removeIf(group -> !Aggregates.hold(group.aggregates(), args.list("having")));
        all.sort(GroupOrder.of(env, keys, all, args.text("order")));
        return page(all, args).stream()
                .map(group -> show(env, keys, group, args.names("aggregates")))
                .toList();
    }

    /** @param values of the keys, in their order */
    record Group(List<Object> values, Map<String, Object> aggregates) {}

    private static Group group(Env env, Model model, List<Object> values, List<Record> rows, Arguments args) {
        Map<String, Object> aggregates = new LinkedHashMap<>();
        args.names("aggregates").forEach(name -> aggregates.put(name, Aggregates.of(env, model, rows, name)));
        for (Object condition : args.list("having")) {
            if (condition instanceof List<?> leaf && leaf.size() == 3) {
                String name = String.valueOf(leaf.get(0));
                aggregates.computeIfAbsent(name, n -> Aggregates.of(env, model, rows, n));
            }
        }
        return new Group(values, aggregates);
    }

    private static List<Group> page(List<Group> all, Arguments args) {
        int from = Math.min(Math.max(0, args.number("offset")), all.size());
        int limit = args.number("limit");
        return all.subList(from, limit > 0 ? Math.min(all.size(), from + limit) : all.size());
    }

    private static Map<String, Object> show(Env env, List<GroupKey> keys, Group group, List<String> aggregates) {
        Map<String, Object> shown = new LinkedHashMap<>();
        List<List<Object>> conditions = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Object value = group.values().get(i);
            shown.put(keys.get(i).name(), Reading.show(env, keys.get(i).last(), value, true));
            conditions.add(keys.get(i).condition(Reading.show(env, keys.get(i).last(), value, false)));
        }
        shown.put("__extra_domain", domain(conditions));
        aggregates.forEach(name -> shown.put(name, group.aggregates().get(name)));
        return shown;
    }

    private static List<Object> domain(List<List<Object>> conditions) {
        if (conditions.isEmpty()) {
            return List.of(Arrays.asList(1, "=", 1));
        }
        List<Object> domain = new ArrayList<>(Collections.nCopies(conditions.size() - 1, "&"));
        conditions.forEach(domain::addAll);
        return domain;
    }
}

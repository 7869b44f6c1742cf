package io.shopoms.sandbox.odoo.orm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code formatted_read_group}: sums and counts by the values of fields. */
final class Grouping {

    private Grouping() {}

    static Object read(Env env, Model model, List<Long> ids, Arguments args) {
        env.rights().require(env.user(), model, "read");
        List<String> groupBy = args.names("groupby");
        Map<List<Object>, List<Record>> groups = new LinkedHashMap<>();
        for (Record row : env.search(model.name(), args.list("domain"), "id")) {
            List<Object> key = new ArrayList<>();
            groupBy.forEach(name -> key.add(env.get(row, name)));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        if (groups.isEmpty() && groupBy.isEmpty()) {
            groups.put(List.of(), List.of());
        }
        List<Object> answer = new ArrayList<>();
        groups.forEach((key, rows) -> answer.add(group(env, model, groupBy, key, rows, args.names("aggregates"))));
        return answer;
    }

    private static Map<String, Object> group(
            Env env, Model model, List<String> groupBy, List<Object> key, List<Record> rows, List<String> aggregates) {
        Map<String, Object> shown = new LinkedHashMap<>();
        List<Object> domain = new ArrayList<>();
        for (int i = 0; i < groupBy.size(); i++) {
            Field field = model.field(groupBy.get(i));
            shown.put(field.name(), Reading.show(env, field, key.get(i), true));
            domain.add(Arrays.asList(field.name(), "=", Reading.show(env, field, key.get(i), false)));
        }
        shown.put("__extra_domain", domain);
        for (String aggregate : aggregates) {
            shown.put(aggregate, aggregate.equals("__count") ? (Object) rows.size() : sum(env, model, rows, aggregate));
        }
        return shown;
    }

    private static Object sum(Env env, Model model, List<Record> rows, String aggregate) {
        String[] parts = aggregate.split(":");
        Field field = model.field(parts[0]);
        if (field == null
                || parts.length != 2
                || !parts[1].equals("sum")
                || !field.type().isDecimal()) {
            throw OdooException.value("Invalid aggregate " + Python.repr(aggregate));
        }
        return rows.stream()
                .map(row -> env.number(row, field.name()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }
}

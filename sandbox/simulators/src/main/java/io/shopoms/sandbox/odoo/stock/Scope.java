package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The places that a question about quantities is about. The context names warehouses ({@code warehouse_id}) or locations
 * ({@code location}) by id or by a part of their names; what is below counts, too, unless it says {@code strict}. An unknown
 * location holds nothing; an unknown warehouse is an error, which makes a read answer nothing at all. The key
 * {@code warehouse} means nothing to Odoo.
 */
final class Scope {

    private static final String WAREHOUSE = "stock.warehouse";

    private final Env env;
    private final Set<Long> roots;
    private final boolean strict;

    private Scope(Env env, Set<Long> roots) {
        this.env = env;
        this.roots = roots;
        this.strict = env.context().isTrue("strict");
    }

    static Scope of(Env env) {
        List<?> locations = asked(env, "location", "search_location");
        List<?> warehouses = asked(env, "warehouse_id", "search_warehouse");
        if (warehouses.isEmpty() && locations.isEmpty()) {
            Set<Long> all = new LinkedHashSet<>();
            for (Record warehouse : env.all(WAREHOUSE)) {
                if (env.flag(warehouse, "active")) {
                    all.add((Long) env.get(warehouse, "view_location_id"));
                }
            }
            return new Scope(env, all);
        }
        if (warehouses.isEmpty()) {
            return new Scope(env, ids(env, LocationModel.MODEL, "complete_name", locations));
        }
        Set<Long> views = new LinkedHashSet<>();
        ids(env, WAREHOUSE, "name", warehouses)
                .forEach(id -> views.add((Long) env.get(env.require(WAREHOUSE, id), "view_location_id")));
        if (locations.isEmpty()) {
            return new Scope(env, views);
        }
        Set<Long> both = ids(env, LocationModel.MODEL, "complete_name", locations);
        both.removeIf(id ->
                views.stream().noneMatch(view -> Locations.isBelow(env, env.require(LocationModel.MODEL, id), view)));
        return new Scope(env, both);
    }

    boolean holds(Record location) {
        if (strict) {
            return roots.contains(location.id());
        }
        for (Record at = location; at != null; at = env.follow(at, "location_id")) {
            if (roots.contains(at.id())) {
                return true;
            }
        }
        return false;
    }

    private static List<?> asked(Env env, String key, String other) {
        Object value = env.context().isTrue(key)
                ? env.context().get(key)
                : env.context().isTrue(other) ? env.context().get(other) : List.of();
        return value instanceof List<?> list ? list : List.of(value);
    }

    private static Set<Long> ids(Env env, String model, String name, List<?> asked) {
        Set<Long> ids = new LinkedHashSet<>();
        List<Object> names = new ArrayList<>();
        for (Object item : asked) {
            if (item instanceof Integer || item instanceof Long) {
                ids.add(((Number) item).longValue());
            } else {
                names.add(item);
            }
        }
        for (Object text : names) {
            env.search(model, List.of(List.of(name, "ilike", String.valueOf(text))), "id")
                    .forEach(row -> ids.add(row.id()));
        }
        return ids;
    }
}

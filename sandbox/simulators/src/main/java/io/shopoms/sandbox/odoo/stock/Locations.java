package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.Set;

/** What places are for, and how they lie in each other. */
final class Locations {

    /** Goods that come out of these are not counted there, so nothing needs to be kept aside. */
    private static final Set<String> UNCOUNTED = Set.of("supplier", "customer", "inventory", "production");

    private Locations() {}

    /** The first location that has a purpose in the whole database. */
    static Record of(Env env, String usage) {
        return env.search(LocationModel.MODEL, List.of(List.of("usage", "=", usage)), "id")
                .get(0);
    }

    static boolean isCounted(Env env, Record location) {
        return !UNCOUNTED.contains(env.text(location, "usage"));
    }

    /** The location itself lies below itself, too. */
    static boolean isBelow(Env env, Record location, long root) {
        Record at = location;
        while (at != null) {
            if (at.id() == root) {
                return true;
            }
            at = env.follow(at, "location_id");
        }
        return false;
    }
}

package io.shopoms.sandbox.odoo.stock;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;

/** Finds the locations that have one purpose in the whole database. */
final class Locations {

    private Locations() {}

    static Record of(Env env, String usage) {
        return env.search("stock.location", List.of(List.of("usage", "=", usage)), "id")
                .get(0);
    }

    static boolean isInternal(Env env, Record location) {
        return env.text(location, "usage").equals("internal");
    }

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

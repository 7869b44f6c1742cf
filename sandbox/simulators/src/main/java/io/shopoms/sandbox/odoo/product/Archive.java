package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.Map;

/** The archive button of variants: a template goes with its last variant, and comes back with its first. */
final class Archive {

    private Archive() {}

    static Object variants(Env env, List<Long> ids) {
        env.authorize("product.product", "write");
        List<Record> rows = rows(env, ids, true);
        rows.forEach(row -> env.write(row, Map.of("active", false)));
        templates(env, rows)
                .filter(template -> env.flag(template, "active") && !hasActive(env, template))
                .forEach(template -> env.write(template, Map.of("active", false)));
        return null;
    }

    static Object variantsBack(Env env, List<Long> ids) {
        env.authorize("product.product", "write");
        List<Record> rows = rows(env, ids, false);
        rows.forEach(row -> env.write(row, Map.of("active", true)));
        templates(env, rows)
                .filter(template -> !env.flag(template, "active") && hasActive(env, template))
                .forEach(template -> env.write(template, Map.of("active", true)));
        return null;
    }

    private static List<Record> rows(Env env, List<Long> ids, boolean active) {
        return env.require("product.product", ids).stream()
                .filter(row -> env.flag(row, "active") == active)
                .toList();
    }

    private static java.util.stream.Stream<Record> templates(Env env, List<Record> rows) {
        return rows.stream().map(row -> env.follow(row, "product_tmpl_id")).distinct();
    }

    static boolean hasActive(Env env, Record template) {
        return Variants.of(env, template).stream().anyMatch(variant -> env.flag(variant, "active"));
    }
}

package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Variants that are no longer wanted are deleted, and archived where something refers to them. Odoo tries all at once and
 * then by halves. With the last active variant it would delete the template, on which the change then fails.
 */
final class Retirement {

    private Retirement() {}

    /** @param withoutTemplate what becomes of the change if the template goes */
    static void of(Env env, List<Record> variants, Supplier<OdooException> withoutTemplate) {
        List<Record> left =
                variants.stream().filter(variant -> !variant.isDeleted()).toList();
        if (left.isEmpty()) {
            return;
        }
        boolean last = left.stream().anyMatch(variant -> isLast(env, variant));
        boolean used = left.stream().anyMatch(variant -> VariantUse.of(env, variant) != null)
                || last && left.stream().anyMatch(variant -> isBlocked(env, variant));
        if (!used && last) {
            throw withoutTemplate.get();
        }
        if (!used) {
            left.forEach(env::unlink);
        } else if (left.size() > 1) {
            of(env, left.subList(0, left.size() / 2), withoutTemplate);
            of(env, left.subList(left.size() / 2, left.size()), withoutTemplate);
        } else if (env.flag(left.get(0), "active")) {
            env.write(left.get(0), Map.of("active", false));
        }
    }

    /** Whether the template would have no active variant without it, and go. */
    static boolean isLast(Env env, Record variant) {
        Record template = env.follow(variant, "product_tmpl_id");
        return !Variants.isDynamic(env, template)
                && Variants.of(env, template).stream()
                        .noneMatch(other -> other != variant && env.flag(other, "active"));
    }

    private static boolean isBlocked(Env env, Record variant) {
        return Variants.of(env, env.follow(variant, "product_tmpl_id")).stream()
                .anyMatch(other -> VariantUse.of(env, other) != null);
    }
}

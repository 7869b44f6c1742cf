package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.stream.Collectors;

/** The attribute values of a variant, which no other active variant of the template has. */
final class Combination {

    private static final String INDICES = "combination_indices";

    private Combination() {}

    /** Ids in ascending order, joined by commas. */
    static Object indices(Env env, Record variant) {
        return env.ids(variant, "product_template_attribute_value_ids").stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    static void requireUnique(Env env, Record variant) {
        if (!env.flag(variant, "active")) {
            return;
        }
        String mine = env.text(variant, INDICES);
        Object template = env.get(variant, "product_tmpl_id");
        for (Record other : env.by("product.product", "product_tmpl_id", template)) {
            if (other != variant
                    && env.flag(other, "active")
                    && env.text(other, INDICES).equals(mine)) {
                throw OdooException.constraint(
                        "duplicate key value violates unique constraint \"product_product_combination_unique\"\n"
                                + "DETAIL:  Key (product_tmpl_id, combination_indices)=(" + template + ", " + mine
                                + ") already exists.\n");
            }
        }
    }
}

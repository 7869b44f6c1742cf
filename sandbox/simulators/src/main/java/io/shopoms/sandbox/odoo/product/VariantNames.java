package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.List;
import java.util.stream.Collectors;

/** A variant's name: its template's, and in brackets the values in which the variants differ. */
final class VariantNames {

    private static final String VALUES = "product_template_attribute_value_ids";

    private VariantNames() {}

    static String of(Env env, Record variant) {
        List<Record> values = env.many(variant, VALUES);
        boolean onlyActive = values.stream().allMatch(value -> env.flag(value, "ptav_active"));
        String shown = values.stream()
                .filter(value -> !env.text(env.follow(value, "attribute_id"), "create_variant")
                        .equals("no_variant"))
                .filter(value -> !isOnly(env, value, onlyActive))
                .map(value -> env.text(value, "name"))
                .collect(Collectors.joining(", "));
        String name = env.text(variant, "name");
        return shown.isEmpty() ? name : name + " (" + shown + ")";
    }

    private static boolean isOnly(Env env, Record value, boolean onlyActive) {
        return env.many(env.follow(value, "attribute_line_id"), "product_template_value_ids").stream()
                        .filter(other -> !onlyActive || env.flag(other, "ptav_active"))
                        .count()
                == 1;
    }

    /** The values of lines that have more than one. */
    static Object multiplying(Env env, Record variant) {
        return env.many(variant, VALUES).stream()
                .filter(value -> env.ids(env.follow(value, "attribute_line_id"), "value_ids")
                                .size()
                        > 1)
                .map(Record::id)
                .toList();
    }
}

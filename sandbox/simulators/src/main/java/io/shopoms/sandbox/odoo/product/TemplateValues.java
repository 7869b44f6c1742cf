package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that a template has of an attribute: one row for each, which stays, archived, while a variant has it. */
final class TemplateValues {

    private static final String VARIANT_VALUES = "product_template_attribute_value_ids";

    private TemplateValues() {}

    /** Also archived ones. */
    static List<Record> variants(Env env, Record templateValue) {
        return env.by("product.product", VARIANT_VALUES, templateValue.id());
    }

    static List<Record> active(Env env, Record line) {
        return env.many(line, "product_template_value_ids").stream()
                .filter(value -> env.flag(value, "ptav_active"))
                .toList();
    }

    /** Makes the rows agree with the values of the line. */
    static void update(Env env, Record line) {
        Set<Long> missing = new LinkedHashSet<>(env.ids(line, "value_ids"));
        List<Record> gone = new ArrayList<>();
        List<Record> back = new ArrayList<>();
        for (Record row : env.many(line, "product_template_value_ids")) {
            boolean active = env.flag(row, "ptav_active");
            if (!missing.remove((Long) env.get(row, "product_attribute_value_id"))) {
                if (active) {
                    gone.add(row);
                }
            } else if (!active) {
                back.add(row);
            }
        }
        back.forEach(row -> env.write(row, Map.of("ptav_active", true)));
        gone.forEach(row -> env.write(row, Map.of("ptav_active", false)));
        remove(env, gone);
        missing.forEach(value -> add(env, line, value));
    }

    private static void add(Env env, Record line, Long value) {
        for (Record row : env.by(AttributeModels.TEMPLATE_VALUE, "product_tmpl_id", env.get(line, "product_tmpl_id"))) {
            if (!env.flag(row, "ptav_active") && value.equals(env.get(row, "product_attribute_value_id"))) {
                env.write(row, Map.of("ptav_active", true, "attribute_line_id", line.id()));
                return;
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("product_attribute_value_id", value);
        values.put("attribute_line_id", line.id());
        values.put("price_extra", env.get(env.require(AttributeModels.VALUE, value), "default_extra_price"));
        env.create(AttributeModels.TEMPLATE_VALUE, values);
    }

    static void remove(Env env, List<Record> rows) {
        List<Record> kept = release(env, rows);
        rows.stream().filter(row -> !kept.contains(row)).forEach(env::unlink);
    }

    /**
     * Takes values off the variants: the only value of a line leaves them as they are, others take their variants along.
     *
     * @return the rows that archived variants still have, archived
     */
    static List<Record> release(Env env, List<Record> rows) {
        List<Record> only = rows.stream()
                .filter(row -> env.ids(env.follow(row, "attribute_line_id"), "product_template_value_ids")
                                .size()
                        == 1)
                .toList();
        only.forEach(row -> variants(env, row).forEach(variant -> take(env, variant, row)));
        Set<Record> variants = new LinkedHashSet<>();
        rows.forEach(row -> variants.addAll(variants(env, row)));
        Variants.retire(env, List.copyOf(variants));
        List<Record> kept =
                rows.stream().filter(row -> !variants(env, row).isEmpty()).toList();
        kept.forEach(row -> env.write(row, Map.of("ptav_active", false)));
        return kept;
    }

    private static void take(Env env, Record variant, Record row) {
        List<Long> values = new ArrayList<>(env.ids(variant, VARIANT_VALUES));
        values.remove(Long.valueOf(row.id()));
        env.set(variant, VARIANT_VALUES, List.copyOf(values));
    }
}

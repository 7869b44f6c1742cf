package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The values that a template has of an attribute: one row for each, which stays, archived, while a variant has it. */
final class TemplateValues {

    private static final String VARIANT_VALUES = "product_template_attribute_value_ids";

    private TemplateValues() {}

    /** Also archived ones. */
    static List<Record> variants(Env env, Record templateValue) {
        return env.by("product.product", VARIANT_VALUES, templateValue.id());
    }

    /** Known ones in their order, then those of this call as they came: so Odoo goes through them. */
    static List<Record> active(Env env, Record line) {
        return asTheyCame(env, env.many(line, "product_template_value_ids")).stream()
                .filter(value -> env.flag(value, "ptav_active"))
                .toList();
    }

    static List<Record> asTheyCame(Env env, List<Record> rows) {
        List<Record> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing((Record row) -> env.isNew(row) ? row.id() : 0));
        return sorted;
    }

    /** Makes the rows agree with the values of the line. */
    static void update(Env env, Record line) {
        Set<Long> missing = new LinkedHashSet<>(env.asWritten(line, "value_ids"));
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
        OdooException lost = missing.isEmpty() ? lost(env, line) : orphans();
        List<Record> kept = release(env, gone, () -> lost);
        gone.stream().filter(row -> !kept.contains(row)).forEach(env::unlink);
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

    /** The template goes, and its line with it. */
    static OdooException lost(Env env, Record line) {
        return OdooException.missing(AttributeModels.LINE, line.id(), env.user().id());
    }

    /** The template cannot go, since its line gets a value. */
    private static OdooException orphans() {
        return OdooException.constraint("Another model is using the record you are trying to delete.\n\n"
                + "The troublemaker is: 'Product Template Attribute Value' (product.template.attribute.value)\n"
                + "Thanks to the following constraint: 'Attribute Line' (attribute_line_id)\n"
                + "How about archiving the record instead?");
    }

    /**
     * Takes values off the active variants: the only value of a line leaves them as they are, others take their variants
     * along.
     *
     * @param withoutTemplate what becomes of the change if the template goes with its last variant
     * @return the rows that archived variants still have, archived
     */
    static List<Record> release(Env env, List<Record> rows, Supplier<OdooException> withoutTemplate) {
        List<Record> only = rows.stream()
                .filter(row -> env.ids(env.follow(row, "attribute_line_id"), "product_template_value_ids")
                                .size()
                        == 1)
                .toList();
        only.forEach(row -> activeVariants(env, List.of(row)).forEach(variant -> take(env, variant, row)));
        Retirement.of(env, activeVariants(env, rows), withoutTemplate);
        List<Record> kept =
                rows.stream().filter(row -> !variants(env, row).isEmpty()).toList();
        kept.forEach(row -> env.write(row, Map.of("ptav_active", false)));
        return kept;
    }

    /** The active variants that have one of these values. */
    static List<Record> activeVariants(Env env, List<Record> rows) {
        Set<Record> variants = new LinkedHashSet<>();
        rows.forEach(row -> variants.addAll(variants(env, row)));
        return variants.stream().filter(variant -> env.flag(variant, "active")).toList();
    }

    private static void take(Env env, Record variant, Record row) {
        List<Long> values = new ArrayList<>(env.ids(variant, VARIANT_VALUES));
        values.remove(Long.valueOf(row.id()));
        env.set(variant, VARIANT_VALUES, List.copyOf(values));
    }
}

package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A value of a template belongs to one of its lines; with it go the variants that have it. */
final class TemplateValueRules implements Rules {

    private static final String VALUE = "product_attribute_value_id";

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (values.containsKey("ptav_product_variant_ids")) {
            throw ofVariants();
        }
        if (values.get("attribute_line_id") instanceof Number line) {
            Record row = env.require(AttributeModels.LINE, line.longValue());
            values.put("product_tmpl_id", env.get(row, "product_tmpl_id"));
            values.put("attribute_id", env.get(row, "attribute_id"));
        }
    }

    @Override
    public void afterCreate(Env env, Record templateValue, Set<String> given) {
        check(env, templateValue);
    }

    @Override
    public void beforeWrite(Env env, Record templateValue, Map<String, Object> values) {
        if (values.containsKey("ptav_product_variant_ids")) {
            throw ofVariants();
        }
        if (values.get(VALUE) instanceof Number id && !Objects.equals(env.get(templateValue, VALUE), id.longValue())) {
            throw OdooException.user("You cannot change the value of the value %s set on product %s."
                    .formatted(env.display(templateValue), product(env, templateValue)));
        }
        if (values.get("product_tmpl_id") instanceof Number id
                && !Objects.equals(env.get(templateValue, "product_tmpl_id"), id.longValue())) {
            throw OdooException.user("You cannot change the product of the value %s set on product %s."
                    .formatted(env.display(templateValue), product(env, templateValue)));
        }
    }

    @Override
    public boolean keeps(Env env, Record templateValue) {
        Record line = env.follow(templateValue, "attribute_line_id");
        return TemplateValues.release(env, List.of(templateValue), () -> TemplateValues.lost(env, line))
                .contains(templateValue);
    }

    private static void check(Env env, Record templateValue) {
        Record line = env.follow(templateValue, "attribute_line_id");
        if (env.flag(templateValue, "ptav_active")
                && !env.ids(line, "value_ids").contains((Long) env.get(templateValue, VALUE))) {
            throw OdooException.validation("The value %s is not defined for the attribute %s on the product %s."
                    .formatted(
                            env.display(env.follow(templateValue, VALUE)),
                            env.display(line),
                            product(env, templateValue)));
        }
    }

    private static String product(Env env, Record templateValue) {
        return env.display(env.follow(templateValue, "product_tmpl_id"));
    }

    private static OdooException ofVariants() {
        return OdooException.user("You cannot update related variants from the values. Please update related values"
                + " from the variants.");
    }
}

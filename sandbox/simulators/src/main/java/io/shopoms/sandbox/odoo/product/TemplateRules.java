package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A new template brings its one variant; the variant's own values given to the template reach it. */
final class TemplateRules implements Rules {

    private static final List<String> OF_VARIANT = List.of("default_code", "barcode");

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        values.computeIfAbsent("taxes_id", key -> Defaults.taxes(env));
        if (!env.context().isTrue(ProductRules.WITHOUT_VARIANT)) {
            Map<String, Object> variant = new LinkedHashMap<>();
            OF_VARIANT.stream().filter(values::containsKey).forEach(name -> variant.put(name, values.get(name)));
            values.put("product_variant_ids", List.of(List.of(0L, 0L, variant)));
        }
    }

    @Override
    public void afterWrite(Env env, Record template, Map<String, Object> before) {
        if (before.containsKey("active")) {
            env.by("product.product", "product_tmpl_id", template.id())
                    .forEach(variant -> env.set(variant, "active", env.get(template, "active")));
        }
    }

    @Override
    public void beforeWrite(Env env, Record template, Map<String, Object> values) {
        Map<String, Object> variant = new LinkedHashMap<>();
        OF_VARIANT.stream().filter(values::containsKey).forEach(name -> variant.put(name, values.get(name)));
        List<Record> variants = env.many(template, "product_variant_ids");
        if (!variant.isEmpty() && variants.size() == 1) {
            env.write(variants.get(0), variant);
        }
    }
}

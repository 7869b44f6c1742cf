package io.shopoms.sandbox.odoo.view;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.ExternalIds;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes views of templates and their variants. */
public final class ProductViews {

    private ProductViews() {}

    public static TemplateView template(Env env, Record template) {
        Map<String, List<String>> options = new LinkedHashMap<>();
        env.many(template, "attribute_line_ids")
                .forEach(line -> options.put(env.display(line), names(env, line, "value_ids")));
        return new TemplateView(
                template.id(),
                ExternalIds.nameOf(env, template),
                env.text(template, "name"),
                env.number(template, "list_price"),
                env.flag(template, "active"),
                Views.shown(env, template, "categ_id"),
                names(env, template, "product_tag_ids"),
                options,
                env.by("product.product", "product_tmpl_id", template.id()).stream()
                        .map(variant -> variant(env, variant))
                        .toList());
    }

    public static VariantView variant(Env env, Record variant) {
        return new VariantView(
                variant.id(),
                ExternalIds.nameOf(env, variant),
                env.text(variant, "default_code"),
                env.text(variant, "barcode"),
                names(env, variant, "product_template_attribute_value_ids"),
                env.number(variant, "lst_price"),
                env.number(variant, "weight"),
                env.flag(variant, "active"),
                env.number(variant, "qty_available"));
    }

    private static List<String> names(Env env, Record row, String toMany) {
        return env.many(row, toMany).stream()
                .map(named -> env.text(named, "name"))
                .toList();
    }
}

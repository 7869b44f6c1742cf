package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code product.tag}: labels of templates and of variants. */
final class TagModel {

    private static final String OF_TEMPLATE = "product_tag_ids";
    private static final String OF_VARIANT = "additional_product_tag_ids";

    private TagModel() {}

    static Model model() {
        return new Model("product.tag", "Product Tag")
                .orderedBy("sequence, id")
                .unique("Tag name already exists!", "name")
                .ruledBy(new Rules() {
                    @Override
                    public void beforeUnlink(Env env, Record tag) {
                        take(env, "product.template", OF_TEMPLATE, tag);
                        take(env, "product.product", OF_VARIANT, tag);
                    }
                })
                .with(
                        Field.text("name", "Name").required().indexed(),
                        Field.integer("sequence", "Sequence").defaultsTo(10),
                        Field.text("color", "Color").defaultsTo("#3C3C3C"),
                        Field.flag("visible_to_customers", "Visible to customers")
                                .defaultsTo(true),
                        Field.many2many("product_template_ids", "Product Templates", "product.template")
                                .computed((env, r) -> ids(env.by("product.template", OF_TEMPLATE, r.id()))),
                        Field.many2many("product_product_ids", "Product Variants", "product.product")
                                .computed((env, r) -> ids(env.by("product.product", OF_VARIANT, r.id()))));
    }

    static Object ofVariant(Env env, Record variant) {
        Set<Long> tags = new LinkedHashSet<>(env.ids(variant, OF_TEMPLATE));
        tags.addAll(env.ids(variant, OF_VARIANT));
        return List.copyOf(tags);
    }

    private static List<Long> ids(List<Record> rows) {
        return rows.stream().map(Record::id).toList();
    }

    private static void take(Env env, String model, String field, Record tag) {
        for (Record row : env.by(model, field, tag.id())) {
            List<Long> rest = new ArrayList<>(env.ids(row, field));
            rest.remove(Long.valueOf(tag.id()));
            env.store(row, field, List.copyOf(rest));
        }
    }
}

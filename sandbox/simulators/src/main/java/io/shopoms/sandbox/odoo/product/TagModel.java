package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
                    public void beforeWrite(Env env, Record tag, Map<String, Object> values) {
                        if (values.remove("product_template_ids") instanceof List<?> commands) {
                            commands.forEach(command -> mark(env, tag, (List<?>) command));
                        }
                    }

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

    /** Templates get or lose a tag from its side, which leaves no trace in their write date. */
    private static void mark(Env env, Record tag, List<?> command) {
        int code = ((Number) command.get(0)).intValue();
        if (code == 4) {
            Record template = env.require("product.template", ((Number) command.get(1)).longValue());
            Set<Long> tags = new LinkedHashSet<>(env.ids(template, OF_TEMPLATE));
            tags.add(tag.id());
            env.store(template, OF_TEMPLATE, List.copyOf(tags));
        } else if (code == 3) {
            take(env, OF_TEMPLATE, tag, env.require("product.template", ((Number) command.get(1)).longValue()));
        } else {
            throw OdooException.value("Of product.tag.product_template_ids the simulated Odoo knows commands 3 and 4");
        }
    }

    private static void take(Env env, String model, String field, Record tag) {
        env.by(model, field, tag.id()).forEach(row -> take(env, field, tag, row));
    }

    private static void take(Env env, String field, Record tag, Record row) {
        List<Long> rest = new ArrayList<>(env.ids(row, field));
        rest.remove(Long.valueOf(tag.id()));
        env.store(row, field, List.copyOf(rest));
    }
}

package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A variant alone brings its template; what all variants share is written there; combinations and barcodes are unique. */
final class ProductRules implements Rules {

    private static final String TEMPLATE = "product_tmpl_id";
    private static final String IMAGE = "image_1920";
    private static final Set<String> COMBINATION = Set.of("active", "product_template_attribute_value_ids");

    private static final Set<String> SHOWN_BY_TEMPLATE =
            Set.of("active", "barcode", "default_code", "standard_price", "volume", "weight");

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        Record known =
                values.get(TEMPLATE) instanceof Number id ? env.require("product.template", id.longValue()) : null;
        if (values.containsKey("lst_price")) {
            values.put("list_price", values.remove("lst_price"));
        }
        Map<String, Object> shared = takeShared(env, values);
        if (known != null) {
            env.write(known, shared);
            if (values.containsKey(IMAGE)) {
                Object image = values.remove(IMAGE);
                boolean first = env.get(known, IMAGE) == null;
                (first ? shared : values).put(first ? IMAGE : "image_variant_1920", image);
                if (first) {
                    env.write(known, Map.of(IMAGE, image));
                }
            }
            return;
        }
        if (values.containsKey(IMAGE)) {
            shared.put(IMAGE, values.remove(IMAGE));
        }
        Record created = env.with(env.context().and(Variants.CREATES, false)).create("product.template", shared);
        values.put(TEMPLATE, created.id());
    }

    private static Map<String, Object> takeShared(Env env, Map<String, Object> values) {
        Model variant = env.model("product.product");
        Model template = env.model("product.template");
        Map<String, Object> shared = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Field field = variant.field(name);
            boolean lines = name.equals("attribute_line_ids");
            if (field != null && template.field(name) != null && (field.isDelegated() || lines)) {
                shared.put(name, value);
            }
        });
        values.keySet().removeAll(shared.keySet());
        return shared;
    }

    @Override
    public void afterCreate(Env env, Record product, Set<String> given) {
        Barcodes.check(env, product);
        Combination.requireUnique(env, product);
        OwnValues.later(env, env.follow(product, TEMPLATE));
    }

    @Override
    public void beforeWrite(Env env, Record product, Map<String, Object> values) {
        if (values.containsKey("lst_price")) {
            Object price = values.remove("lst_price");
            BigDecimal number = price instanceof Number ? new BigDecimal(price.toString()) : BigDecimal.ZERO;
            values.put("list_price", number.subtract(ProductPrices.extra(env, product)));
        }
        Map<String, Object> shared = takeShared(env, values);
        if (!shared.isEmpty()) {
            env.write(env.follow(product, TEMPLATE), shared);
        }
        if (values.containsKey(IMAGE)) {
            VariantImages.place(env, product, values);
        }
    }

    @Override
    public void afterWrite(Env env, Record product, Map<String, Object> before) {
        if (before.containsKey("barcode")) {
            Barcodes.check(env, product);
        }
        if (before.keySet().stream().anyMatch(COMBINATION::contains)) {
            Combination.requireUnique(env, product);
        }
        if (before.keySet().stream().anyMatch(SHOWN_BY_TEMPLATE::contains)) {
            OwnValues.refresh(env, env.follow(product, TEMPLATE), before.keySet());
        }
    }

    @Override
    public void beforeUnlink(Env env, Record product) {
        VariantUse.requireNone(env, product);
        Record template = env.follow(product, TEMPLATE);
        env.touch(template);
        OwnValues.later(env, template);
    }

    /** A template goes with its only variant, unless its variants are made one by one. */
    static Object unlink(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "unlink");
        List<Record> products = ids.stream()
                .map(id -> env.find(model.name(), id))
                .filter(java.util.Objects::nonNull)
                .toList();
        Set<Record> templates = new LinkedHashSet<>();
        for (Record product : products) {
            if (Retirement.isLast(env, product)) {
                templates.add(env.follow(product, TEMPLATE));
            }
        }
        products.forEach(env::unlink);
        templates.forEach(env::unlink);
        return true;
    }
}

package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A new variant brings its template; barcodes are unique; a variant's price is its template's. */
final class ProductRules implements Rules {

    /** Context key: the template is made for a variant that exists already. */
    static final String WITHOUT_VARIANT = "create_product_product_without_variant";

    private static final String TEMPLATE = "product_tmpl_id";

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        if (values.containsKey(TEMPLATE)) {
            return;
        }
        priceToTemplate(values);
        Model template = env.model("product.template");
        Model variant = env.model("product.product");
        Map<String, Object> shared = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            Field field = template.field(name);
            if (field != null && variant.field(name) != null && isShared(env, name)) {
                shared.put(name, value);
            }
        });
        values.keySet().removeAll(shared.keySet());
        Record created = env.with(new Context(Map.of(WITHOUT_VARIANT, true))).create(template.name(), shared);
        values.put(TEMPLATE, created.id());
    }

    private static boolean isShared(Env env, String name) {
        return !List.of("default_code", "barcode", "active").contains(name)
                && !name.startsWith("write_")
                && !name.startsWith("create_");
    }

    @Override
    public void afterCreate(Env env, Record product, Set<String> given) {
        checkBarcode(env, product);
    }

    @Override
    public void beforeWrite(Env env, Record product, Map<String, Object> values) {
        priceToTemplate(values);
    }

    @Override
    public void afterWrite(Env env, Record product, Map<String, Object> before) {
        checkBarcode(env, product);
    }

    private static void priceToTemplate(Map<String, Object> values) {
        if (values.containsKey("lst_price")) {
            values.put("list_price", values.remove("lst_price"));
        }
    }

    private static void checkBarcode(Env env, Record product) {
        String barcode = env.text(product, "barcode");
        if (!barcode.isEmpty() && env.by("product.product", "barcode", barcode).size() > 1) {
            throw OdooException.validation("Barcode(s) already assigned:\n\n- Barcode \"" + barcode
                    + "\" already assigned to product(s): " + env.text(product, "name"));
        }
    }
}

package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Field;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pictures: a variant shows its own, else its template's. Smaller sizes are the same picture here. */
final class VariantImages {

    private static final String OF_TEMPLATE = "image_1920";
    private static final String OWN = "image_variant_1920";

    private VariantImages() {}

    static Field own(String name, String label) {
        return Field.of(Type.BINARY, name, label);
    }

    static Field ofTemplate(String name, String label) {
        return own(name, label).computed((env, r) -> env.get(r, OF_TEMPLATE));
    }

    static Field ofVariant(String name, String label) {
        return own(name, label).computed(VariantImages::shown);
    }

    private static Object shown(Env env, Record variant) {
        Object mine = env.get(variant, OWN);
        return mine != null ? mine : env.get(env.follow(variant, "product_tmpl_id"), OF_TEMPLATE);
    }

    /** Where a picture goes that is written to a variant: to the template if that has none, or no other variant. */
    static void place(Env env, Record variant, Map<String, Object> values) {
        Object image = values.remove(OF_TEMPLATE);
        boolean given = image != null && !Boolean.FALSE.equals(image) && !"".equals(image);
        Record template = env.follow(variant, "product_tmpl_id");
        boolean templateHas = env.get(template, OF_TEMPLATE) != null;
        long active = Variants.of(env, template).stream()
                .filter(v -> env.flag(v, "active"))
                .count();
        boolean toTemplate = !given && env.get(variant, OWN) == null || given && !templateHas || active <= 1;
        if (toTemplate) {
            values.put(OWN, false);
            Map<String, Object> shared = new LinkedHashMap<>();
            shared.put(OF_TEMPLATE, image);
            env.write(template, shared);
        } else {
            values.put(OWN, image);
        }
    }
}

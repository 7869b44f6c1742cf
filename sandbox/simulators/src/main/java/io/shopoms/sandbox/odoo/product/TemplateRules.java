package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A new template brings its variants; its archive takes them along; each write of it is one of all its variants. */
final class TemplateRules implements Rules {

    private record Given(long template) {}

    private record Touch(long template) {}

    @Override
    public void beforeCreate(Env env, Map<String, Object> values) {
        values.computeIfAbsent("taxes_id", key -> Defaults.taxes(env));
    }

    @Override
    public void afterCreate(Env env, Record template, Set<String> given) {
        if (!env.context().isOn(Variants.CREATES)) {
            return;
        }
        Map<String, Object> own = new LinkedHashMap<>();
        Stream.concat(OwnValues.KEPT.stream(), OwnValues.SHOWN.stream()).forEach(name -> {
            Object value = env.get(template, name);
            boolean zero = value instanceof BigDecimal number && number.signum() == 0;
            if (value != null && !"".equals(value) && !zero) {
                own.put(name, value);
            }
        });
        Variants.later(env, template);
        if (!own.isEmpty()) {
            env.later(new Given(template.id()), () -> give(env, template, own));
        }
    }

    /** To its only variant; of several variants none gets them, and the template keeps what it can keep. */
    private static void give(Env env, Record template, Map<String, Object> own) {
        OwnValues.settle(env, template);
        env.write(template, own);
    }

    @Override
    public void beforeWrite(Env env, Record template, Map<String, Object> values) {
        OwnValues.handDown(env, template, values);
    }

    @Override
    public void afterWrite(Env env, Record template, Map<String, Object> before) {
        env.later(new Touch(template.id()), () -> {
            if (!template.isDeleted()) {
                Variants.of(env, template).forEach(env::touch);
            }
        });
        if (OwnValues.SHOWN.stream().anyMatch(before::containsKey)) {
            OwnValues.refresh(env, template, Set.of());
        }
        boolean archived = before.containsKey("active") && !env.flag(template, "active");
        boolean revived =
                before.containsKey("active") && env.flag(template, "active") && !Archive.hasActive(env, template);
        if (before.containsKey("attribute_line_ids") && env.context().isOn(Variants.CREATES) || revived) {
            Variants.now(env, template);
        }
        if (archived) {
            Variants.of(env, template).forEach(variant -> env.write(variant, Map.of("active", false)));
        }
    }

    @Override
    public void beforeUnlink(Env env, Record template) {
        Variants.of(env, template).forEach(variant -> VariantUse.requireNone(env, variant));
        Variants.of(env, template).forEach(env::unlink);
        env.by(AttributeModels.TEMPLATE_VALUE, "product_tmpl_id", template.id()).forEach(env::unlink);
        env.by(AttributeModels.LINE, "product_tmpl_id", template.id()).forEach(env::unlink);
    }
}

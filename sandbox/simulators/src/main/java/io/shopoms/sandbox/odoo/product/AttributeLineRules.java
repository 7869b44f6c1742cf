package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Every change of a template's attribute line works out the template's variants again. */
final class AttributeLineRules implements Rules {

    /** Context key: the line is written on the way, its values are worked out afterwards. */
    private static final String UPDATES = "update_product_template_attribute_values";

    /** An archived line of the same attribute comes back instead of a second one. */
    @Override
    public Record reuse(Env env, Map<String, Object> values) {
        if (!(values.get("product_tmpl_id") instanceof Number template)
                || !(values.get("attribute_id") instanceof Number attribute)) {
            return null;
        }
        for (Record line : env.by(AttributeModels.LINE, "product_tmpl_id", template.longValue())) {
            if (!env.flag(line, "active") && Objects.equals(env.get(line, "attribute_id"), attribute.longValue())) {
                Map<String, Object> written = new LinkedHashMap<>(values);
                written.keySet().removeAll(Set.of("product_tmpl_id", "attribute_id", "id"));
                written.put("active", true);
                env.with(env.context().and(UPDATES, false)).write(line, written);
                update(env, line);
                return line;
            }
        }
        return null;
    }

    @Override
    public void afterCreate(Env env, Record line, Set<String> given) {
        check(env, line);
        update(env, line);
    }

    @Override
    public void beforeWrite(Env env, Record line, Map<String, Object> values) {
        Record template = env.follow(line, "product_tmpl_id");
        if (values.get("product_tmpl_id") instanceof Number id && id.longValue() != template.id()) {
            throw OdooException.user("You cannot move the attribute %s from the product %s to the product %s."
                    .formatted(env.display(line), env.display(template), id));
        }
        if (values.get("attribute_id") instanceof Number id
                && !Objects.equals(env.get(line, "attribute_id"), id.longValue())) {
            throw OdooException.user("On the product %s you cannot transform the attribute %s into the attribute %s."
                    .formatted(env.display(template), env.display(line), id));
        }
        if (Boolean.FALSE.equals(values.get("active"))) {
            values.put("value_ids", List.of(List.of(5L)));
        }
    }

    @Override
    public void afterWrite(Env env, Record line, Map<String, Object> before) {
        check(env, line);
        if (before.containsKey("value_ids")) {
            env.touch(env.follow(line, "product_tmpl_id"));
        }
        if (env.context().isOn(UPDATES)) {
            update(env, line);
        }
    }

    @Override
    public boolean keeps(Env env, Record line) {
        List<Record> values = env.many(line, "product_template_value_ids");
        List<Record> active = TemplateValues.active(env, line);
        boolean used = values.size() > 1
                && TemplateValues.activeVariants(env, active).stream()
                        .anyMatch(variant -> VariantUse.of(env, variant) != null);
        List<Record> kept = TemplateValues.release(env, active, () -> TemplateValues.lost(env, line));
        if (used) {
            // An active variant in use keeps the line, and the line keeps all its values.
            active.forEach(value -> env.write(value, Map.of("ptav_active", false)));
        } else {
            active.stream().filter(value -> !kept.contains(value)).forEach(env::unlink);
        }
        boolean stays = !env.ids(line, "product_template_value_ids").isEmpty();
        if (stays) {
            env.write(line, new LinkedHashMap<>(Map.of("active", false)));
        } else {
            env.touch(env.follow(line, "product_tmpl_id"));
            Variants.later(env, env.follow(line, "product_tmpl_id"));
        }
        return stays;
    }

    private static void update(Env env, Record line) {
        if (env.context().isOn(Variants.CREATES)) {
            TemplateValues.update(env, line);
            Variants.later(env, env.follow(line, "product_tmpl_id"));
        }
    }

    private static void check(Env env, Record line) {
        String attribute = env.display(line);
        String template = env.display(env.follow(line, "product_tmpl_id"));
        List<Record> values = env.many(line, "value_ids");
        if (env.flag(line, "active") && values.isEmpty()) {
            throw OdooException.validation(
                    "The attribute %s must have at least one value for the product %s.".formatted(attribute, template));
        }
        for (Record value : values) {
            if (!Objects.equals(env.get(value, "attribute_id"), env.get(line, "attribute_id"))) {
                throw OdooException.validation(
                        "On the product %s you cannot associate the value %s with the attribute %s because they do not match."
                                .formatted(template, env.display(value), attribute));
            }
        }
    }
}

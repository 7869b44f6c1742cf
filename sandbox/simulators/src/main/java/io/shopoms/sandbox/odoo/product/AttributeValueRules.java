package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Map;
import java.util.Objects;

/** A value in use stays with its attribute and is not deleted; one that only archived variants have is archived. */
final class AttributeValueRules implements Rules {

    @Override
    public void beforeWrite(Env env, Record value, Map<String, Object> values) {
        Object attribute = values.get("attribute_id");
        if (attribute instanceof Number id
                && !Objects.equals(env.get(value, "attribute_id"), id.longValue())
                && AttributeUse.isUsed(env, value)) {
            throw OdooException.user(
                    "You cannot change the attribute of the value %s because it is used on the following products: %s"
                            .formatted(env.display(value), AttributeUse.namesOf(env, value)));
        }
    }

    @Override
    public boolean keeps(Env env, Record value) {
        if (AttributeUse.isUsed(env, value)) {
            throw OdooException.user(
                    "You cannot delete the value %s because it is used on the following products:\n%s\n"
                            .formatted(env.display(value), AttributeUse.namesOf(env, value)));
        }
        boolean onVariants = env.by(AttributeModels.TEMPLATE_VALUE, "product_attribute_value_id", value.id()).stream()
                .anyMatch(templateValue ->
                        !TemplateValues.variants(env, templateValue).isEmpty());
        if (onVariants) {
            env.write(value, Map.of("active", false));
        }
        return onVariants;
    }

    @Override
    public void beforeUnlink(Env env, Record value) {
        env.by(AttributeModels.TEMPLATE_VALUE, "product_attribute_value_id", value.id())
                .forEach(env::unlink);
    }
}

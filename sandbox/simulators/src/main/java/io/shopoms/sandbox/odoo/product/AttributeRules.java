package io.shopoms.sandbox.odoo.product;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attribute in use keeps its way of making variants, and is neither deleted nor archived. */
final class AttributeRules implements Rules {

    @Override
    public void afterCreate(Env env, Record attribute, Set<String> given) {
        checkMulti(env, attribute);
    }

    @Override
    public void beforeWrite(Env env, Record attribute, Map<String, Object> values) {
        if (values.containsKey("create_variant")
                && !env.text(attribute, "create_variant").equals(values.get("create_variant"))
                && isUsed(env, attribute)) {
            throw OdooException.user(
                    "You cannot change the Variants Creation Mode of the attribute %s because it is used on the following products:\n%s"
                            .formatted(env.display(attribute), AttributeUse.names(env, attribute)));
        }
    }

    @Override
    public void afterWrite(Env env, Record attribute, Map<String, Object> before) {
        checkMulti(env, attribute);
    }

    @Override
    public void beforeUnlink(Env env, Record attribute) {
        if (isUsed(env, attribute)) {
            throw OdooException.user(
                    "You cannot delete the attribute %s because it is used on the following products:\n%s"
                            .formatted(env.display(attribute), AttributeUse.names(env, attribute)));
        }
        env.by(AttributeModels.VALUE, "attribute_id", attribute.id()).forEach(env::unlink);
    }

    static Object archive(Env env, Model model, List<Long> ids, Arguments args) {
        env.authorize(model.name(), "write");
        for (Record attribute : env.require(model.name(), ids)) {
            if (isUsed(env, attribute)) {
                throw OdooException.user("You cannot archive this attribute as there are still products linked to it");
            }
            env.write(attribute, Map.of("active", false));
        }
        return null;
    }

    private static boolean isUsed(Env env, Record attribute) {
        return AttributeUse.activeTemplates(env, attribute).findAny().isPresent();
    }

    private static void checkMulti(Env env, Record attribute) {
        if (env.text(attribute, "display_type").equals("multi")
                && !env.text(attribute, "create_variant").equals("no_variant")) {
            throw OdooException.constraint(
                    "Multi-checkbox display type is not compatible with the creation of variants");
        }
    }
}

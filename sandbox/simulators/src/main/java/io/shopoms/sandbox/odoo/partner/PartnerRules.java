package io.shopoms.sandbox.odoo.partner;

import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.Record;
import io.shopoms.sandbox.odoo.orm.Rules;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A contact needs a name, an address does not; the name shown follows the parent's. Telephone numbers stay as they were
 * typed: so they do in an Odoo whose server lacks the Python package {@code phonenumbers}.
 */
final class PartnerRules implements Rules {

    @Override
    public void afterCreate(Env env, Record partner, Set<String> given) {
        settle(env, partner);
    }

    @Override
    public void afterWrite(Env env, Record partner, Map<String, Object> before) {
        settle(env, partner);
        if (before.containsKey("name")) {
            env.many(partner, "child_ids").forEach(child -> complete(env, child));
        }
    }

    private static void settle(Env env, Record partner) {
        if (env.text(partner, "name").isEmpty() && env.text(partner, "type").equals("contact")) {
            throw OdooException.constraint("Contacts require a name");
        }
        env.set(
                partner,
                "email_normalized",
                given(env.text(partner, "email").strip().toLowerCase(Locale.ROOT)));
        env.set(partner, "phone_sanitized", given(env.text(partner, "phone")));
        complete(env, partner);
    }

    private static String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void complete(Env env, Record partner) {
        env.set(partner, "complete_name", env.display(partner));
    }
}

package io.shopoms.sandbox.odoo.partner;

import io.shopoms.sandbox.odoo.orm.Arguments;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.Model;
import io.shopoms.sandbox.odoo.orm.Record;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code address_get}: which of a partner's addresses serves a purpose. */
public final class Addresses {

    private Addresses() {}

    static Object get(Env env, Model model, List<Long> ids, Arguments args) {
        Map<String, Object> found = new LinkedHashMap<>();
        Record partner = ids.isEmpty() ? null : env.require(model.name(), ids.get(0));
        found.put("contact", partner == null ? (Object) false : partner.id());
        for (String purpose : args.names("adr_pref")) {
            found.put(purpose, partner == null ? (Object) false : of(env, partner, purpose));
        }
        return found;
    }

    /** The first address of that type below the partner, or the partner itself. */
    public static long of(Env env, Record partner, String purpose) {
        if (env.text(partner, "type").equals(purpose)) {
            return partner.id();
        }
        return env.many(partner, "child_ids").stream()
                .filter(child ->
                        env.flag(child, "active") && env.text(child, "type").equals(purpose))
                .mapToLong(Record::id)
                .findFirst()
                .orElse(partner.id());
    }
}

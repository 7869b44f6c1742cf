package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.User;
import java.util.LinkedHashMap;
import java.util.Map;

/** A method called without HTTP, with named arguments as in JSON-2. */
final class DirectCall {

    private DirectCall() {}

    @SuppressWarnings("unchecked")
    static Object run(Database database, User user, String model, String method, Map<String, Object> arguments) {
        Map<String, Object> named = new LinkedHashMap<>(arguments);
        Object context = named.remove("context");
        Context given = context == null ? Context.EMPTY : new Context((Map<String, Object>) context);
        return database.transaction(database.snapshot(), user, given, env -> Calls.named(env, model, method, named));
    }
}

package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.http.JsonBodies;

/** What distinguishes the two ways to load: only Odoo's context. */
enum LoadContext {
    /** {@code mode=update} with {@code noupdate}: an external id that exists stays as it is. In English for its errors. */
    CREATE_ABSENT {
        @Override
        ObjectNode context() {
            return UPSERT.context()
                    .put("mail_create_nolog", true)
                    .put("mail_create_nosubscribe", true)
                    .put("mode", "update")
                    .put("noupdate", true)
                    .put("lang", "en_US");
        }
    },
    /** Without these keys {@code load} updates what exists. */
    UPSERT {
        @Override
        ObjectNode context() {
            return JsonBodies.object().put("tracking_disable", true);
        }
    };

    abstract ObjectNode context();

    ObjectNode arguments(Load load) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("fields", JsonBodies.tree(load.fields()));
        arguments.set("data", JsonBodies.tree(load.rows()));
        ObjectNode context = context();
        if (load.byDatabaseId()) {
            // Else Odoo calls the ids of archived records unknown.
            context.put("active_test", false);
        }
        arguments.set("context", context);
        return arguments;
    }
}

package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.Env;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs one call as one transaction. A call that loses against another one is tried again, as the server does; only
 * {@code load} tells its caller instead.
 */
final class CallRunner {

    private static final int TRIES = 5;

    private final Supplier<Database> database;
    private final Conflicts conflicts;

    CallRunner(Supplier<Database> database, Conflicts conflicts) {
        this.database = database;
        this.conflicts = conflicts;
    }

    Database.Snapshot arrived() {
        return database.get().snapshot();
    }

    Object run(Database.Snapshot arrived, User user, Context context, String operation, Function<Env, Object> work) {
        if (conflicts.hits(operation)) {
            if (operation.endsWith("/load")) {
                return lostLoad();
            }
            throw OdooException.serialization();
        }
        Database.Snapshot snapshot = arrived;
        for (int tried = 1; ; tried++) {
            try {
                return database.get().transaction(snapshot, user, context, work);
            } catch (OdooException e) {
                if (!e.isSerialization() || tried == TRIES) {
                    throw e;
                }
                snapshot = database.get().snapshot();
            }
        }
    }

    private static Object lostLoad() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("rows", Map.of("from", 0, "to", 0));
        message.put("record", 0);
        message.put("type", "error");
        message.put("message", OdooException.serialization().getMessage());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ids", false);
        answer.put("messages", List.of(message));
        answer.put("nextrow", 0);
        return answer;
    }
}

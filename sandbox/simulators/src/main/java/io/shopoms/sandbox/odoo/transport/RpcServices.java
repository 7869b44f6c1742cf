package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.User;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services {@code common} and {@code object} of the older interface. */
final class RpcServices {

    private final CallRunner calls;
    private final ApiKeys keys;
    private final String databaseName;
    private final int version;

    RpcServices(CallRunner calls, ApiKeys keys, String databaseName, int version) {
        this.calls = calls;
        this.keys = keys;
        this.databaseName = databaseName;
        this.version = version;
    }

    Object call(JsonRpcRoute.RpcCall call, Database.Snapshot arrived) {
        return switch (call.service() + "." + call.method()) {
            case "common.version" -> version();
            case "common.authenticate", "common.login" -> authenticate(call.args());
            case "object.execute_kw" -> execute(call, arrived);
            default -> throw OdooException.python("KeyError", call.service() + "." + call.method());
        };
    }

    private Map<String, Object> version() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("server_version", version + ".0");
        shown.put("server_version_info", List.of(version, 0, 0, "final", 0, ""));
        shown.put("server_serie", version + ".0");
        shown.put("protocol_version", 1);
        return shown;
    }

    private Object authenticate(List<?> args) {
        requireDatabase(args);
        return keys.find(text(args, 1), text(args, 2))
                .map(user -> (Object) user.id())
                .orElse(false);
    }

    @SuppressWarnings("unchecked")
    private Object execute(JsonRpcRoute.RpcCall call, Database.Snapshot arrived) {
        List<?> args = call.args();
        requireDatabase(args);
        User user = keys.find(text(args, 2))
                .filter(known -> args.get(1) instanceof Number uid && uid.longValue() == known.id())
                .orElseThrow(() -> new OdooException(403, "odoo.exceptions.AccessDenied", "Access Denied"));
        List<?> positional = args.size() > 5 && args.get(5) instanceof List<?> list ? list : List.of();
        Map<String, Object> keywords = new LinkedHashMap<>();
        if (args.size() > 6 && args.get(6) instanceof Map<?, ?> map) {
            keywords.putAll((Map<String, Object>) map);
        }
        Context context = Json2Route.context(keywords.remove("context"));
        return calls.run(
                arrived,
                user,
                context,
                call.operation(),
                env -> Calls.positional(env, text(args, 3), text(args, 4), positional, keywords));
    }

    private void requireDatabase(List<?> args) {
        if (!databaseName.equals(text(args, 0))) {
            throw new OdooException(
                    500,
                    "psycopg2.OperationalError",
                    "connection to server at \"db.internal\" (10.0.0.5), port 5432 failed: FATAL:  database \""
                            + text(args, 0) + "\" does not exist\n");
        }
    }

    private static String text(List<?> args, int index) {
        return args.size() > index ? String.valueOf(args.get(index)) : "";
    }
}

package io.shopoms.sandbox.odoo.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.orm.Calls;
import io.shopoms.sandbox.odoo.orm.Context;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.shopoms.sandbox.odoo.orm.User;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /json/2/<model>/<method>}: bearer key, named arguments, the bare result. */
final class Json2Route {

    private final CallRunner calls;
    private final ApiKeys keys;
    private final Pace pace;
    private final String databaseName;

    Json2Route(CallRunner calls, ApiKeys keys, Pace pace, String databaseName) {
        this.pace = pace;
        this.calls = calls;
        this.keys = keys;
        this.databaseName = databaseName;
    }

    void addTo(SimulatedServer server) {
        server.router().route(HttpMethod.POST, "/json/2/:model/:method").handler(context -> {
            Connections.closeAfter(context);
            String operation = context.pathParam("model") + "/" + context.pathParam("method");
            Database.Snapshot arrived = calls.arrived();
            Operation asked = Operation.of(operation, context.request().path());
            pace.run(context.vertx(), () -> server.answer(context, asked, () -> answer(context, operation, arrived)));
        });
        server.router().route("/json/2/*").handler(context -> {
            Connections.closeAfter(context);
            server.answer(
                    context,
                    Operation.of(context.request().path()),
                    () -> failure(OdooException.notFound("Did you mean POST /json/2/<model>/<method>?")));
        });
    }

    private Answer answer(RoutingContext context, String operation, Database.Snapshot arrived) {
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Pages.html(415, "Unsupported Media Type", "Please verify the Content-Type request header.");
        }
        String database = context.request().getHeader("X-Odoo-Database");
        if (database != null && !database.equals(databaseName)) {
            return Pages.html(404, "Not Found", "No database is selected.");
        }
        try {
            User user = keys.find(bearer(context)).orElseThrow(OdooException::unauthorized);
            Map<String, Object> arguments = arguments(context);
            Context given = context(arguments.remove("context"));
            Object result = calls.run(
                    arrived,
                    user,
                    given,
                    operation,
                    env -> Calls.named(env, context.pathParam("model"), context.pathParam("method"), arguments));
            return Answer.json(200, result);
        } catch (OdooException e) {
            return failure(e);
        } catch (RuntimeException e) {
            return failure(Envelope.unexpected(e));
        }
    }

    private static Answer failure(OdooException e) {
        Answer answer = Answer.json(e.status(), Envelope.of(e));
        return e.status() == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
    }

    private static String bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        boolean bearer = header != null && header.regionMatches(true, 0, "bearer ", 0, 7);
        return bearer ? header.substring(7).strip() : "";
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> arguments(RoutingContext context) {
        String body = SimulatedServer.body(context).toString();
        if (body.isBlank()) {
            return new LinkedHashMap<>();
        }
        Object parsed;
        try {
            parsed = Json.MAPPER.readValue(body, Object.class);
        } catch (JsonProcessingException e) {
            throw OdooException.badRequest("could not parse the body as json: " + e.getOriginalMessage());
        }
        if (parsed instanceof Map<?, ?> map) {
            return new LinkedHashMap<>((Map<String, Object>) map);
        }
        if (parsed instanceof List<?> list && list.isEmpty()) {
            return new LinkedHashMap<>();
        }
        throw OdooException.unprocessable("the body must be a JSON object of named arguments");
    }

    @SuppressWarnings("unchecked")
    static Context context(Object given) {
        if (given == null) {
            return Context.EMPTY;
        }
        if (given instanceof Map<?, ?> map) {
            return new Context((Map<String, Object>) map);
        }
        throw OdooException.unprocessable("context must be an object");
    }
}

package io.shopoms.sandbox.odoo.transport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.OdooException;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code POST /jsonrpc}: always status 200, failures in {@code error.data}, and no result key at all for a null result. */
final class JsonRpcRoute {

    private final CallRunner calls;
    private final RpcServices services;
    private final Pace pace;

    JsonRpcRoute(CallRunner calls, RpcServices services, Pace pace) {
        this.pace = pace;
        this.calls = calls;
        this.services = services;
    }

    void addTo(SimulatedServer server) {
        server.router().post("/jsonrpc").handler(context -> {
            Connections.closeAfter(context);
            Database.Snapshot arrived = calls.arrived();
            Map<String, Object> request = parse(context);
            if (request == null) {
                server.answer(
                        context, Operation.of("/jsonrpc"), () -> Pages.html(400, "Bad Request", "Invalid JSON data"));
                return;
            }
            RpcCall call = RpcCall.of(request);
            Operation asked = Operation.of(call.operation(), "/jsonrpc");
            pace.run(
                    context.vertx(),
                    () -> server.answer(context, asked, () -> answer(request.get("id"), call, arrived)));
        });
    }

    private Answer answer(Object id, RpcCall call, Database.Snapshot arrived) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("jsonrpc", "2.0");
        envelope.put("id", id);
        try {
            Object result = services.call(call, arrived);
            if (result != null) {
                envelope.put("result", result);
            }
        } catch (OdooException e) {
            envelope.put("error", error(e));
        } catch (RuntimeException e) {
            envelope.put("error", error(Envelope.unexpected(e)));
        }
        return Answer.json(200, envelope);
    }

    private static Map<String, Object> error(OdooException e) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", 0);
        error.put("message", "Odoo Server Error");
        error.put("data", Envelope.of(e));
        return error;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> parse(RoutingContext context) {
        try {
            JsonNode body = Json.MAPPER.readTree(SimulatedServer.body(context).toString());
            return body.isObject() ? Json.MAPPER.convertValue(body, Map.class) : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /**
     * A parsed request.
     *
     * @param operation {@code sale.order/load} for an execute_kw, otherwise {@code common/version}
     */
    record RpcCall(String service, String method, List<?> args, String operation) {

        static RpcCall of(Map<String, Object> request) {
            Map<?, ?> params = request.get("params") instanceof Map<?, ?> map ? map : Map.of();
            String service = String.valueOf(params.get("service"));
            String method = String.valueOf(params.get("method"));
            List<?> args = params.get("args") instanceof List<?> list ? list : List.of();
            boolean execute = method.startsWith("execute") && args.size() > 4;
            String operation = execute ? args.get(3) + "/" + args.get(4) : service + "/" + method;
            return new RpcCall(service, method, args, operation);
        }
    }
}

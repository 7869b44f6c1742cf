package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.http.CallFailedException;
import io.shopoms.sync.http.CallerContext;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.HttpCall;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.store.Store.OdooConnection;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/**
 * {@code POST /jsonrpc} with {@code execute_kw}, for Odoo 18 and older: {@code ids} become the positional argument, the
 * rest stays named. The login is exchanged for a user id once, and the version asked once, since fields had other names.
 */
final class JsonRpcTransport implements OdooTransport {

    private static final OdooCall AUTHENTICATE = new OdooCall("common", "authenticate", JsonBodies.object());
    private static final OdooCall VERSION = new OdooCall("common", "version", JsonBodies.object());

    private final OutboundHttp http;
    private final OdooConnection odoo;
    private final Clock clock;
    private final Supplier<Uni<Long>> login;
    private final Supplier<Uni<OdooVersion>> asked;
    private volatile long uid;
    private volatile OdooVersion known;

    JsonRpcTransport(OutboundHttp http, OdooConnection odoo, Clock clock) {
        this.http = http;
        this.odoo = odoo;
        this.clock = clock;
        this.login = CallerContext.sharing(this::authenticate);
        this.asked = CallerContext.sharing(() -> version().invoke(version -> known = version));
    }

    @Override
    public Uni<JsonNode> send(OdooCall call) {
        return Uni.createFrom()
                .deferred(() -> uid > 0 ? Uni.createFrom().item(uid) : login.get())
                .chain(user ->
                        usesOlderNames(call).chain(older -> older ? sendInOlderNames(user, call) : send(user, call)));
    }

    @Override
    public Uni<OdooVersion> version() {
        return service(VERSION, "common", "version", JsonBodies.object().arrayNode())
                .map(answer -> OdooVersion.parse(answer.path("server_version")));
    }

    private Uni<JsonNode> send(long user, OdooCall call) {
        return service(call, "object", "execute_kw", executeKw(user, call));
    }

    private Uni<JsonNode> sendInOlderNames(long user, OdooCall call) {
        return send(user, OlderNames.call(call)).map(answer -> OlderNames.answer(call, answer));
    }

    private Uni<Boolean> usesOlderNames(OdooCall call) {
        if (!OlderNames.concern(call)) {
            return Uni.createFrom().item(false);
        }
        return (known != null ? Uni.createFrom().item(known) : asked.get())
                .map(version -> version.major() <= OlderNames.LAST_VERSION);
    }

    private Uni<Long> authenticate() {
        ArrayNode arguments = JsonBodies.object()
                .arrayNode()
                .add(odoo.database())
                .add(odoo.login().orElseThrow())
                .add(odoo.apiKey());
        arguments.addObject();
        return service(AUTHENTICATE, "common", "authenticate", arguments)
                .map(answer -> {
                    if (!answer.canConvertToLong() || answer.asLong() <= 0) {
                        throw new CallFailedException(OdooErrors.wrongKey(), true);
                    }
                    return answer.asLong();
                })
                .onFailure(CallFailedException.class)
                .transform(e -> unknownDatabase((CallFailedException) e))
                .invoke(user -> uid = user);
    }

    /** A database that does not exist and a PostgreSQL that is down look the same here: name both. */
    private CallFailedException unknownDatabase(CallFailedException e) {
        return e.failure() instanceof TransientFailure && e.notCarriedOut()
                ? new CallFailedException(
                        new TransientFailure(e.failure().message() + "; if it lasts, check ODOO_DATABASE"), true)
                : e;
    }

    private ArrayNode executeKw(long user, OdooCall call) {
        ObjectNode named = call.arguments().deepCopy();
        JsonNode ids = named.remove("ids");
        ArrayNode arguments = JsonBodies.object()
                .arrayNode()
                .add(odoo.database())
                .add(user)
                .add(odoo.apiKey())
                .add(call.model())
                .add(call.method());
        ArrayNode positional = arguments.addArray();
        if (ids != null) {
            positional.add(ids);
        }
        return arguments.add(named);
    }

    private Uni<JsonNode> service(OdooCall call, String service, String method, ArrayNode arguments) {
        ObjectNode request =
                JsonBodies.object().put("jsonrpc", "2.0").put("method", "call").put("id", 1);
        ObjectNode params = request.putObject("params").put("service", service).put("method", method);
        params.set("args", arguments);
        return http.send(HttpCall.post(
                        OdooUrls.below(odoo.url(), "/jsonrpc"),
                        Map.of("Content-Type", "application/json", "Accept", "application/json"),
                        JsonBodies.write(request)))
                .onFailure(NoAnswerException.class)
                .transform(e -> OdooErrors.failed((NoAnswerException) e))
                .map(answer -> result(call, answer));
    }

    private JsonNode result(OdooCall call, HttpAnswer answer) {
        if (answer.status() == 404) {
            throw new CallFailedException(
                    new Misconfigured(
                            "Odoo has no JSON-RPC API at its address (404)",
                            "Odoo 19 and newer: set ODOO_TRANSPORT=json2. Otherwise: " + OdooSettings.CHECK_URL),
                    true);
        }
        if (answer.status() != 200) {
            throw OdooErrors.failed(call, OdooError.of(answer, clock));
        }
        JsonNode envelope = OdooAnswers.json(call, answer);
        if (envelope.hasNonNull("error")) {
            JsonNode data = envelope.path("error").path("data");
            throw OdooErrors.failed(
                    call,
                    new OdooError(
                            200,
                            data.path("name").asText("unknown"),
                            data.path("message").asText()));
        }
        return envelope.hasNonNull("result")
                ? envelope.get("result")
                : JsonBodies.object().nullNode();
    }
}

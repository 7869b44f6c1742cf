package io.shopoms.sync.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.http.HttpAnswer;
import io.shopoms.sync.http.HttpCall;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.NoAnswerException;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.store.Store.OdooConnection;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Map;

/** {@code POST /json/2/<model>/<method>}, Odoo 19 and newer: named arguments in, the bare result out. */
final class Json2Transport implements OdooTransport {

    private static final OdooCall VERSION = new OdooCall("web", "version", JsonBodies.object());

    private final OutboundHttp http;
    private final OdooConnection odoo;
    private final Clock clock;

    Json2Transport(OutboundHttp http, OdooConnection odoo, Clock clock) {
        this.http = http;
        this.odoo = odoo;
        this.clock = clock;
    }

    @Override
    public Uni<JsonNode> send(OdooCall call) {
        return exchange(
                call,
                HttpCall.post(
                        OdooUrls.below(odoo.url(), "/json/2/" + call.operation()),
                        Map.of(
                                "Authorization",
                                "bearer " + odoo.apiKey(),
                                "Content-Type",
                                "application/json",
                                "Accept",
                                "application/json",
                                "X-Odoo-Database",
                                odoo.database()),
                        JsonBodies.write(call.arguments())));
    }

    @Override
    public Uni<OdooVersion> version() {
        return exchange(VERSION, HttpCall.get(OdooUrls.below(odoo.url(), "/web/version")))
                .map(answer -> OdooVersion.parse(answer.path("version")));
    }

    private Uni<JsonNode> exchange(OdooCall call, HttpCall request) {
        return http.send(request)
                .onFailure(NoAnswerException.class)
                .transform(e -> OdooErrors.failed((NoAnswerException) e))
                .map(answer -> result(call, answer));
    }

    private JsonNode result(OdooCall call, HttpAnswer answer) {
        if (answer.status() != 200) {
            throw OdooErrors.failed(call, OdooError.of(answer, clock));
        }
        return OdooAnswers.json(call, answer);
    }
}

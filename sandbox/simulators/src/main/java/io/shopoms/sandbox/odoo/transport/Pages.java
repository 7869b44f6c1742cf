package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.fault.Answer;
import io.shopoms.sandbox.fault.Operation;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.vertx.core.buffer.Buffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What needs no key: version and health. */
final class Pages {

    private final int version;

    Pages(int version) {
        this.version = version;
    }

    void addTo(SimulatedServer server) {
        page(server, "/web/version", this::version);
        page(server, "/json/version", this::version);
        page(server, "/web/health", () -> Answer.json(200, Map.of("status", "pass")));
    }

    private void page(SimulatedServer server, String path, Supplier<Answer> answer) {
        server.router().get(path).handler(context -> {
            Connections.closeAfter(context);
            server.answer(context, Operation.of(path), answer);
        });
    }

    private Answer version() {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("version_info", List.of(version, 0, 0, "final", 0, ""));
        shown.put("version", version + ".0");
        return Answer.json(200, shown);
    }

    static Answer html(int status, String title, String text) {
        String page = "<!doctype html>\n<html lang=en>\n<title>%d %s</title>\n<h1>%s</h1>\n<p>%s</p>\n"
                .formatted(status, title, title, text);
        return new Answer(status, Map.of("Content-Type", "text/html; charset=utf-8"), Buffer.buffer(page));
    }
}

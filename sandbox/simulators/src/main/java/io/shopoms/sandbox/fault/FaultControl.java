package io.shopoms.sandbox.fault;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the control API that every simulator has: faults, the request log, reset. */
final class FaultControl {

    private final Faults faults;
    private final RequestLog requests;
    private final Runnable reset;

    FaultControl(Faults faults, RequestLog requests, Runnable reset) {
        this.faults = faults;
        this.requests = requests;
        this.reset = reset;
    }

    void addTo(SimulatedServer server) {
        server.control(HttpMethod.GET, "/faults", request -> pending());
        server.control(HttpMethod.POST, "/faults", request -> {
            faults.add(read(request));
            return pending();
        });
        server.control(HttpMethod.DELETE, "/faults", request -> {
            faults.clear();
            return pending();
        });
        server.control(HttpMethod.GET, "/requests", request -> logged());
        server.control(HttpMethod.GET, "/requests/counts", request -> requests.counts());
        server.control(HttpMethod.POST, "/reset", request -> {
            faults.clear();
            requests.clear();
            reset.run();
            return Map.of("reset", true);
        });
    }

    private static Fault read(ControlRequest request) {
        FaultKind kind = FaultKind.parse(request.text("kind").orElse("status"));
        return new Fault(
                request.text("match").orElse("*"),
                kind,
                request.number("status", kind == FaultKind.STATUS ? 503 : 200),
                request.number("retryAfterSeconds", -1),
                Duration.ofMillis(request.number("delayMillis", kind == FaultKind.SLOW ? 1_000 : 0)),
                request.flag("commitLate", false),
                request.number("times", 1));
    }

    private List<Map<String, Object>> pending() {
        return faults.pending().stream().map(FaultControl::shown).toList();
    }

    private static Map<String, Object> shown(Fault fault) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("match", fault.match());
        shown.put("kind", fault.kind().wireName());
        shown.put("status", fault.status());
        shown.put("retryAfterSeconds", fault.retryAfterSeconds());
        shown.put("delayMillis", fault.delay().toMillis());
        shown.put("commitLate", fault.commitLate());
        shown.put("times", fault.times());
        return shown;
    }

    private List<Map<String, Object>> logged() {
        return requests.entries().stream().map(FaultControl::shown).toList();
    }

    private static Map<String, Object> shown(LoggedRequest request) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", request.at().toString());
        shown.put("operation", request.operation());
        shown.put("status", request.status());
        shown.put("fault", request.fault().map(FaultKind::wireName).orElse(null));
        return shown;
    }
}

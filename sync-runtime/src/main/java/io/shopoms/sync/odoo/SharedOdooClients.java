package io.shopoms.sync.odoo;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.shopoms.sync.http.CallMetrics;
import io.shopoms.sync.http.CallParts;
import io.shopoms.sync.http.Pace;
import io.shopoms.sync.store.OdooDatabase;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a client for each connection, and one queue for each database: stores that share an Odoo share its limits. */
@Singleton
class SharedOdooClients implements OdooClients {

    /** Tries inside the client end after this; a record that needs longer is tried again by the engine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OdooConfig config;
    private final CallParts parts;
    private final Clock clock;
    private final Map<OdooConnection, OdooClient> clients = new ConcurrentHashMap<>();
    private final Map<OdooDatabase, OdooQueue> queues = new ConcurrentHashMap<>();

    @Inject
    SharedOdooClients(Vertx vertx, OdooConfig config, MeterRegistry registry, Clock clock) {
        this.config = config;
        this.parts = new CallParts(vertx, config, registry);
        this.clock = clock;
    }

    @Override
    public OdooClient of(Store store) {
        OdooConnection odoo = store.odoo()
                .orElseThrow(() -> OdooUrls.missing(
                        "the Odoo of " + store.shop() + " is not configured",
                        "ODOO_URL, ODOO_DATABASE and ODOO_API_KEY"));
        return clients.computeIfAbsent(odoo, this::connect);
    }

    private OdooClient connect(OdooConnection connection) {
        OdooConnection odoo = OdooUrls.checked(connection);
        CallMetrics metrics = parts.metrics("shopoms.odoo", Tags.of("database", odoo.database()));
        OdooTransport transport = switch (odoo.transport()) {
            case JSON2 -> new Json2Transport(parts.http(), odoo, clock);
            case JSONRPC -> new JsonRpcTransport(parts.http(), odoo, clock);
        };
        OdooQueue queue = queues.computeIfAbsent(OdooDatabase.of(odoo), database -> queue(odoo, metrics));
        return new QueuedOdooClient(transport, queue, parts.retries(PATIENCE), metrics);
    }

    private OdooQueue queue(OdooConnection odoo, CallMetrics metrics) {
        Pace pace = config.requestsPerSecond().isPresent()
                ? Pace.atMostEvery(interval(config.requestsPerSecond().getAsDouble()), parts.timers()::nanos)
                : Pace.free();
        return new OdooQueue(parts.queue("Odoo database " + odoo.database(), metrics), pace);
    }

    private static Duration interval(double requestsPerSecond) {
        if (!(requestsPerSecond > 0)) {
            throw new IllegalArgumentException("shopoms.odoo.requests-per-second must be more than 0");
        }
        return Duration.ofNanos(Math.round(1e9 / requestsPerSecond));
    }
}

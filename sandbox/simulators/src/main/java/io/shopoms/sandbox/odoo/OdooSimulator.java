package io.shopoms.sandbox.odoo;

import io.shopoms.sandbox.fault.Faults;
import io.shopoms.sandbox.fault.RequestLog;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.control.ControlApi;
import io.shopoms.sandbox.odoo.orm.AccessRights;
import io.shopoms.sandbox.odoo.orm.Database;
import io.shopoms.sandbox.odoo.orm.User;
import io.shopoms.sandbox.odoo.transport.ApiKeys;
import io.shopoms.sandbox.odoo.transport.Conflicts;
import io.shopoms.sandbox.odoo.transport.Pace;
import io.shopoms.sandbox.odoo.transport.Transports;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A running simulated Odoo. */
public final class OdooSimulator implements AutoCloseable {

    /** Before any simulated Odoo was started; seconds since then fit into Odoo's ids for decades. */
    private static final Instant FIRST_START = Instant.parse("2026-01-01T00:00:00Z");

    private final OdooSettings settings;
    private final Clock clock;
    private final SimulatedServer server;
    private final ApiKeys keys = new ApiKeys();
    private final Conflicts conflicts = new Conflicts();
    private final Pace pace = new Pace();
    private final OdooData data = new OdooData(() -> database());
    private volatile Database database;

    private OdooSimulator(OdooSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.server = new SimulatedServer("simulated Odoo", this::reset);
        fill();
    }

    /** @throws IllegalStateException if the port is taken */
    public static OdooSimulator start(OdooSettings settings) {
        return start(settings, Clock.systemUTC());
    }

    /** @param clock gives the time at which transactions begin, which is the write date of all they change */
    public static OdooSimulator start(OdooSettings settings, Clock clock) {
        OdooSimulator simulator = new OdooSimulator(settings, clock);
        Transports.open(
                simulator.server,
                simulator::database,
                simulator.keys,
                simulator.conflicts,
                simulator.pace,
                settings.database(),
                settings.version());
        new ControlApi(simulator).addTo(simulator.server);
        simulator.server.listen(settings.port());
        return simulator;
    }

    /** As {@code POST /control/reset}: a fresh database, no faults, no log. */
    public void reset() {
        server.faults().clear();
        server.requests().clear();
        conflicts.clear();
        pace.set(Duration.ZERO);
        pace.gather(0);
        fill();
    }

    private void fill() {
        keys.clear();
        keys.grant(settings.apiKey(), new User(OdooModels.INTEGRATION_USER, settings.login(), false));
        database = OdooModels.freshDatabase(
                clock, settings.login(), settings.rounding().odooName(), settings.version());
        if (settings.demoCatalog()) {
            DemoCatalog.fill(data);
        }
        if (settings.lastingIds()) {
            database.startIdsAfter(
                    Duration.between(FIRST_START, clock.instant()).toSeconds());
        }
    }

    private Database database() {
        return database;
    }

    public int port() {
        return server.port();
    }

    /** {@code http://127.0.0.1:<port>}. */
    public URI url() {
        return server.uri();
    }

    public OdooSettings settings() {
        return settings;
    }

    /** What is in it, and what people do in it. */
    public OdooData data() {
        return data;
    }

    public Faults faults() {
        return server.faults();
    }

    public RequestLog requests() {
        return server.requests();
    }

    /** Serialization failures in advance. */
    public Conflicts conflicts() {
        return conflicts;
    }

    /** How long calls take, which decides whether parallel ones can conflict. */
    public Pace pace() {
        return pace;
    }

    public ApiKeys keys() {
        return keys;
    }

    /** What the integration user may do. */
    public AccessRights rights() {
        return database.rights();
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.shopoms.sandbox.odoo.transport;

import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.odoo.orm.Database;
import java.util.function.Supplier;

/** Opens the ways into a database. */
public final class Transports {

    private Transports() {}

    /**
     * @param database the one that is current: a reset replaces it
     * @param version 19 speaks JSON-2 and JSON-RPC, 18 and older JSON-RPC only
     */
    public static void open(
            SimulatedServer server,
            Supplier<Database> database,
            ApiKeys keys,
            Conflicts conflicts,
            Pace pace,
            String databaseName,
            int version) {
        CallRunner calls = new CallRunner(database, conflicts);
        new Pages(version).addTo(server);
        new PictureRoute(database).addTo(server);
        new JsonRpcRoute(calls, new RpcServices(calls, keys, databaseName, version), pace).addTo(server);
        if (version >= 19) {
            new Json2Route(calls, keys, pace, databaseName).addTo(server);
        }
    }
}

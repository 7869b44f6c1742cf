package io.shopoms.sandbox.embedded;

import java.util.function.BiFunction;

/**
 * The pair of servers that all tests of one JVM share. Tests may stop and start each: the address stays, the database
 * keeps its data, the broker comes back empty.
 *
 * <p>Quarkus loads test classes more than once, so no static field here would be seen by all of them: the running pair
 * is kept among the JVM's system properties, behind a type that every class loader shares.
 */
public final class EmbeddedServers {

    private static final String RUNNING = "io.shopoms.sandbox.embedded.running";

    private EmbeddedServers() {}

    public static String databaseUrl() {
        return order("database", "url");
    }

    public static void stopDatabase() {
        order("database", "stop");
    }

    /** Does nothing if it runs. */
    public static void startDatabase() {
        order("database", "start");
    }

    public static String brokerUrl() {
        return order("broker", "url");
    }

    public static void stopBroker() {
        order("broker", "stop");
    }

    /** Does nothing if it runs. */
    public static void startBroker() {
        order("broker", "start");
    }

    private static String order(String server, String verb) {
        return running().apply(server, verb);
    }

    /**
     * A string constant is one object for all class loaders, so it can be the lock. The map itself must not be: the
     * servers set properties of their own while they start.
     */
    @SuppressWarnings("unchecked")
    private static BiFunction<String, String, String> running() {
        synchronized (RUNNING) {
            Object servers = System.getProperties().get(RUNNING);
            if (servers == null) {
                servers = SharedServers.startWithThisJvm();
                System.getProperties().put(RUNNING, servers);
            }
            return (BiFunction<String, String, String>) servers;
        }
    }
}

package io.shopoms.sandbox.embedded;

import java.nio.file.Path;

/** Carries out the orders of {@link EmbeddedServers}; ends with the JVM. */
final class SharedServers implements SharedServersMBean {

    private final Path data = TemporaryDirectory.create("shopoms-db-");
    private final int databasePort;
    private final int brokerPort;
    private EmbeddedDatabase database;
    private EmbeddedBroker broker;

    private SharedServers() {
        database = EmbeddedDatabase.keptUnsafely(data, FreePort.ANY);
        databasePort = database.port();
        broker = EmbeddedBroker.inMemory(FreePort.ANY);
        brokerPort = broker.port();
    }

    static SharedServers startWithThisJvm() {
        SharedServers servers = new SharedServers();
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "embedded-servers-stop"));
        return servers;
    }

    @Override
    public synchronized String order(String server, String verb) {
        return switch (server + " " + verb) {
            case "database url" -> EmbeddedDatabase.jdbcUrl(databasePort);
            case "database start" -> startDatabase();
            case "database stop" -> stopDatabase();
            case "broker url" -> EmbeddedBroker.amqpUrl(brokerPort);
            case "broker start" -> startBroker();
            case "broker stop" -> stopBroker();
            default -> throw new IllegalArgumentException("unknown order: " + server + " " + verb);
        };
    }

    private String startDatabase() {
        if (database == null) {
            database = EmbeddedDatabase.keptUnsafely(data, databasePort);
        }
        return database.jdbcUrl();
    }

    private String stopDatabase() {
        if (database != null) {
            database.close();
            database = null;
        }
        return EmbeddedDatabase.jdbcUrl(databasePort);
    }

    private String startBroker() {
        if (broker == null) {
            broker = EmbeddedBroker.inMemory(brokerPort);
        }
        return broker.amqpUrl();
    }

    private String stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
        return EmbeddedBroker.amqpUrl(brokerPort);
    }

    private synchronized void close() {
        stopBroker();
        stopDatabase();
        TemporaryDirectory.delete(data);
    }
}

package io.shopoms.sandbox.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.qpid.server.SystemLauncher;

/**
 * An AMQP 0-9-1 broker on 127.0.0.1, user and password {@code shopoms}. It takes RabbitMQ's declarations and ignores
 * those that it does not know: quorum queues, dead-lettering and time-to-live mean nothing here.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String USER = "shopoms";
    private static final String PASSWORD = "shopoms";

    private final SystemLauncher launcher;
    private final int port;
    private final Path work;

    private EmbeddedBroker(SystemLauncher launcher, int port, Path work) {
        this.launcher = launcher;
        this.port = port;
        this.work = work;
    }

    /**
     * Starts a broker that forgets queues and messages when it stops.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedBroker inMemory(int port) {
        return start(port, Optional.empty());
    }

    /**
     * Starts a broker that keeps durable queues and persistent messages in {@code directory}; what it confirmed survives
     * even the kill of its process.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedBroker durable(Path directory, int port) {
        return start(port, Optional.of(directory));
    }

    /** For {@code SHOPOMS_AMQP_URL}. */
    public String amqpUrl() {
        return amqpUrl(port);
    }

    static String amqpUrl(int port) {
        return "amqp://" + USER + ":" + PASSWORD + "@127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        launcher.shutdown();
        TemporaryDirectory.delete(work);
    }

    private static EmbeddedBroker start(int wantedPort, Optional<Path> directory) {
        int port = FreePort.orWanted(wantedPort);
        Path work = TemporaryDirectory.create("shopoms-broker-");
        // Loading the broker loads Derby, even for a broker in memory; it would log into the current directory.
        System.setProperty("derby.stream.error.file", work.resolve("derby.log").toString());
        BrokerStart start = new BrokerStart();
        SystemLauncher launcher = new SystemLauncher(start);
        try {
            Path configuration = write(BrokerConfiguration.json(port, USER, PASSWORD, directory), work);
            launcher.startup(Map.of(
                    "type",
                    "Memory",
                    "initialConfigurationLocation",
                    configuration.toString(),
                    "startupLoggedToSystemOut",
                    "false",
                    "context",
                    Map.of("qpid.work_dir", work.toString())));
            start.throwIfFailed();
            return new EmbeddedBroker(launcher, port, work);
        } catch (Exception e) {
            launcher.shutdown();
            throw new IllegalStateException("the broker cannot start on port " + port, e);
        }
    }

    private static Path write(Map<String, Object> configuration, Path directory) {
        Path file = directory.resolve("broker.json");
        try {
            Files.write(file, new ObjectMapper().writeValueAsBytes(configuration));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}

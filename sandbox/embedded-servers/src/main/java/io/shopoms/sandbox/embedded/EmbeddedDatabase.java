package io.shopoms.sandbox.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * A PostgreSQL server on 127.0.0.1 with one empty database {@code shopoms}, superuser {@code postgres}, no password.
 * It also runs for the root user, in a user namespace of its own.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "shopoms";
    private static final String USER = "postgres";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private enum Durability {
        FSYNC,
        LOSABLE
    }

    private final EmbeddedPostgres server;
    private final Optional<Path> temporary;

    private EmbeddedDatabase(EmbeddedPostgres server, Optional<Path> temporary) {
        this.server = server;
        this.temporary = temporary;
    }

    /** Starts an empty server on a free port; {@link #close()} deletes its data. */
    public static EmbeddedDatabase temporary() {
        Path directory = TemporaryDirectory.create("shopoms-db-");
        return start(directory, FreePort.ANY, Optional.of(directory), Durability.LOSABLE);
    }

    /**
     * Starts a server whose data stays in {@code dataDirectory}. A server that an earlier, killed process left running
     * on that directory is stopped first.
     *
     * @param port 0 for a free one
     */
    public static EmbeddedDatabase kept(Path dataDirectory, int port) {
        return start(dataDirectory, port, Optional.empty(), Durability.FSYNC);
    }

    /** As {@link #kept}, but faster: a crash of the machine may lose the data. */
    static EmbeddedDatabase keptUnsafely(Path dataDirectory, int port) {
        return start(dataDirectory, port, Optional.empty(), Durability.LOSABLE);
    }

    /** For {@code SHOPOMS_DB_URL}. */
    public String jdbcUrl() {
        return jdbcUrl(port());
    }

    static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?user=" + USER;
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
        temporary.ifPresent(TemporaryDirectory::delete);
    }

    private static EmbeddedDatabase start(
            Path directory, int wantedPort, Optional<Path> temporary, Durability durability) {
        int port = FreePort.orWanted(wantedPort);
        try {
            Files.createDirectories(directory);
            LeftoverPostmaster.of(directory).ifPresent(LeftoverPostmaster::stop);
            EmbeddedPostgres server = settings(directory, port, durability).start();
            createDatabase(server);
            return new EmbeddedDatabase(server, temporary);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new IllegalStateException(
                    "PostgreSQL cannot start on port " + port + " with its data in " + directory, e);
        }
    }

    private static EmbeddedPostgres.Builder settings(Path directory, int port, Durability durability) {
        EmbeddedPostgres.Builder settings = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "200");
        if (durability == Durability.LOSABLE) {
            settings.setServerConfig("fsync", "off");
        } else {
            // The library turns both off: the last commits before a crash, answered as done, would be gone.
            settings.setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "on");
        }
        return settings;
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet existing =
                        statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
            if (!existing.next()) {
                statement.execute("create database " + DATABASE);
            }
        }
    }
}

package io.shopoms.sandbox.stack;

import io.shopoms.sandbox.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The process that keeps PostgreSQL: stops the server when it is stopped, and ends when the server ends. */
final class DatabasePart {

    private DatabasePart() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        EmbeddedDatabase database = EmbeddedDatabase.kept(directory, Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-postgresql"));
        ProcessHandle server = postmaster(directory)
                .orElseThrow(() -> new StackProblem("PostgreSQL's own process is not to be found in " + directory));
        System.out.println("PostgreSQL runs as pid " + server.pid() + " at " + database.jdbcUrl());
        server.onExit().join();
        System.out.println("PostgreSQL has ended");
        System.exit(1);
    }

    /** The server's own process, if it lives: {@code postmaster.pid} begins with its number. */
    static Optional<ProcessHandle> postmaster(Path directory) {
        Path file = directory.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(file).get(0).strip()))
                            .filter(ProcessHandle::isAlive)
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackProblem("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}

package io.shopoms.sandbox.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL process that outlives a killed parent and still owns the data directory; without stopping it, the next
 * start fails on the lock file.
 */
record LeftoverPostmaster(ProcessHandle process) {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    static Optional<LeftoverPostmaster> of(Path dataDirectory) {
        return processId(dataDirectory.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(LeftoverPostmaster::isPostgres)
                .map(LeftoverPostmaster::new);
    }

    /** An interrupt is PostgreSQL's fast shutdown: clients are dropped, everything committed is on disk. */
    void stop() {
        try {
            int sent = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (sent != 0) {
                process.destroy();
            }
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("a PostgreSQL left behind, process " + process.pid() + ", cannot stop", e);
        }
    }

    /** The number may meanwhile belong to somebody else's process: only a PostgreSQL is ours to stop. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    private static Optional<Long> processId(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.parseLong(lines.get(0).strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}

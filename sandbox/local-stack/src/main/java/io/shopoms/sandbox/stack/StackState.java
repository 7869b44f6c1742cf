package io.shopoms.sandbox.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What runs, kept in {@code stack.json} so that another command finds it.
 *
 * @param ports the ports that were chosen
 * @param running by part name
 */
record StackState(Ports ports, Map<String, Running> running) {

    StackState {
        running = new LinkedHashMap<>(running);
    }

    /**
     * A started process. The start time tells it from a stranger that got the same pid later.
     *
     * @param pid the process id
     * @param startedAt as the operating system tells it
     */
    record Running(long pid, String startedAt) {

        static Running of(ProcessHandle process) {
            return new Running(process.pid(), startOf(process));
        }

        @JsonIgnore
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> startOf(process).equals(startedAt));
        }

        private static String startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toString).orElse("unknown");
        }
    }

    static Optional<StackState> read(Path directory) {
        Path file = directory.resolve("stack.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(file.toFile(), StackState.class));
        } catch (IOException e) {
            throw new StackProblem(
                    "cannot read " + file + ": " + e.getMessage() + "; stop the processes by hand and"
                            + " delete this file",
                    e);
        }
    }

    /** Replaces the file in one step: a command that reads it meanwhile sees the old or the new one. */
    void write(Path directory) {
        Path file = directory.resolve("stack.json");
        Path next = directory.resolve("stack.json.next");
        try {
            Files.write(next, Json.MAPPER.writeValueAsBytes(this));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackProblem("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    @JsonIgnore
    Optional<ProcessHandle> processOf(String part) {
        return Optional.ofNullable(running.get(part)).flatMap(Running::process);
    }
}

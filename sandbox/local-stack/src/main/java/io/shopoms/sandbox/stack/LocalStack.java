package io.shopoms.sandbox.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts, shows and stops the parts of one stack. State lives in the stack's directory, so that every command finds what
 * another one started; processes go on when the command ends.
 */
public final class LocalStack {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final StackSettings settings;
    private final External external;
    private final Connections connections;
    private final OperatorKey operatorKey;
    private final List<Part> parts;
    private final Probe probe = new Probe();
    private final Consumer<String> say;
    private volatile boolean launching;
    private volatile boolean givenUp;

    private LocalStack(StackSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.external = External.from(settings.environment());
        try {
            Files.createDirectories(settings.directory().resolve("logs"));
        } catch (IOException e) {
            throw new StackProblem("cannot create " + settings.directory() + ": " + StackProblem.reason(e), e);
        }
        Credentials credentials = Credentials.in(settings.directory());
        this.operatorKey = OperatorKey.in(settings.directory());
        this.connections = Connections.of(settings, external, credentials);
        this.parts = new Blueprint(settings, external, connections, operatorKey).parts();
    }

    /** @param say gets a line of progress now and then */
    public static LocalStack of(StackSettings settings, Consumer<String> say) {
        return new LocalStack(settings, say);
    }

    /** Starts what does not run, and returns when everything is ready. Running parts are left alone. */
    public synchronized void up() {
        try (Lock lock = Lock.of(settings.directory())) {
            StackState state = state();
            List<Part> missing = parts.stream()
                    .filter(part -> state.processOf(part.name()).isEmpty())
                    .toList();
            missing.forEach(this::portsMustBeFree);
            launching = true;
            for (int rank : missing.stream().map(Part::rank).distinct().sorted().toList()) {
                List<Part> batch =
                        missing.stream().filter(part -> part.rank() == rank).toList();
                batch.forEach(this::launch);
                batch.forEach(this::awaitReady);
            }
        }
    }

    /** Starts one part that does not run, for instance after it was killed, and waits until it is ready. */
    public synchronized void start(String name) {
        Part part = part(name);
        try (Lock lock = Lock.of(settings.directory())) {
            if (state().processOf(name).isEmpty()) {
                portsMustBeFree(part);
                launch(part);
            }
            awaitReady(part);
        }
    }

    /** Ends one part at once, as a crash would: SIGKILL. */
    public void kill(String name) {
        process(name).ifPresent(process -> {
            // A postmaster survives the process that keeps it; a crash of PostgreSQL ends both.
            Optional<ProcessHandle> server = server(name);
            server.ifPresent(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            // Until the system has forgotten it, PostgreSQL takes the dead one's lock for a living one's.
            server.ifPresent(dead -> awaitEnd(dead, name));
            awaitEnd(process, name);
        });
    }

    /** Gives an {@link #up()} up, also while it waits for a part, and stops everything; nothing if it started nothing. */
    void giveUp() {
        givenUp = true;
        if (launching) {
            down();
        }
    }

    /** Stops everything that this stack started; later parts first. */
    public synchronized void down() {
        try (Lock lock = Lock.of(settings.directory())) {
            StackState state = state();
            List<String> names = new ArrayList<>(state.running().keySet());
            java.util.Collections.reverse(names);
            for (String name : names) {
                state.processOf(name).ifPresent(process -> stop(name, process));
                state.running().remove(name);
                state.write(settings.directory());
            }
        }
    }

    /** Every part with its process and state. */
    public StackStatus status() {
        Map<String, StackStatus.PartStatus> shown = new LinkedHashMap<>();
        for (Part part : parts) {
            Optional<ProcessHandle> process = process(part.name());
            shown.put(
                    part.name(),
                    new StackStatus.PartStatus(
                            part.name(),
                            server(part.name())
                                    .or(() -> process)
                                    .map(ProcessHandle::pid)
                                    .orElse(null),
                            part.url(),
                            process.isEmpty()
                                    ? "down"
                                    : probe.notReady(part.readiness()).isEmpty() ? "ready" : "not ready"));
        }
        return StackStatus.of(List.copyOf(shown.values()), connections, operatorKey.token());
    }

    /** The file that a part writes to. */
    public Path log(String name) {
        return settings.directory().resolve("logs").resolve(part(name).name() + ".log");
    }

    public List<String> names() {
        return parts.stream().map(Part::name).toList();
    }

    public Ports ports() {
        return settings.ports();
    }

    boolean shopifyIsReal() {
        return external.shopify();
    }

    /** The names of parts that ran when the stack came up and do not run any more. */
    List<String> ended() {
        StackState state = state();
        return state.running().keySet().stream()
                .filter(name -> state.processOf(name).isEmpty())
                .toList();
    }

    /** The process that does a part's work where that is not the one which was started: PostgreSQL's. */
    private Optional<ProcessHandle> server(String name) {
        return name.equals(Blueprint.DATABASE)
                ? DatabasePart.postmaster(settings.directory().resolve(name))
                : Optional.empty();
    }

    private Optional<ProcessHandle> process(String name) {
        return state().processOf(name);
    }

    private StackState state() {
        return StackState.read(settings.directory())
                .orElseGet(() -> new StackState(settings.ports(), new LinkedHashMap<>()));
    }

    private Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new StackProblem("there is no part '" + name + "'; there are " + String.join(", ", names())));
    }

    private void portsMustBeFree(Part part) {
        // A server that outlived its keeper is stopped by the next keeper.
        boolean ours = server(part.name()).isPresent();
        for (int port : part.ports()) {
            if (!ours && !Ports.isFree(port)) {
                throw new StackProblem("port " + port + ", which " + part.name() + " needs, is taken: stop what listens"
                        + " there, or start with --free-ports");
            }
        }
    }

    private void launch(Part part) {
        mustGoOn();
        say.accept("starting " + part.name());
        try {
            // A session of its own: closing the terminal or pressing Ctrl-C there does not reach the part.
            List<String> command = new ArrayList<>(Setsid.AVAILABLE ? List.of("setsid") : List.of());
            command.addAll(part.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(settings.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log(part.name()).toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().clear();
            builder.environment().putAll(settings.environment());
            builder.environment().putAll(part.environment());
            Process process = builder.start();
            StackState state = state();
            state.running().put(part.name(), StackState.Running.of(process.toHandle()));
            state.write(settings.directory());
        } catch (IOException e) {
            throw new StackProblem(part.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady(Part part) {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            mustGoOn();
            if (process(part.name()).isEmpty()) {
                throw new StackProblem(part.name() + " ended while it started: " + LogTail.lastLine(log(part.name()))
                        + " (see " + log(part.name()) + ")");
            }
            Optional<String> reason = probe.notReady(part.readiness());
            if (reason.isEmpty()) {
                return;
            }
            if (System.nanoTime() > limit) {
                throw new StackProblem(part.name() + " runs but is not ready after " + START_LIMIT.toSeconds()
                        + " s: it " + reason.get() + " (see " + log(part.name()) + ")");
            }
            pause();
        }
    }

    private void mustGoOn() {
        if (givenUp) {
            throw new StackProblem("interrupted while starting");
        }
    }

    private void stop(String name, ProcessHandle process) {
        say.accept("stopping " + name);
        process.destroy();
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted while " + name + " was stopping", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            say.accept(name + " did not stop within " + STOP_LIMIT.toSeconds() + " s and is killed");
            process.destroyForcibly();
            awaitEnd(process, name);
        }
    }

    private static void awaitEnd(ProcessHandle process, String name) {
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new StackProblem(name + " (pid " + process.pid() + ") cannot be ended", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("interrupted", e);
        }
    }

    /** One command at a time works on a stack. */
    private record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {

        static Lock of(Path directory) {
            try {
                FileChannel channel = FileChannel.open(
                        directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    throw new StackProblem("another ./shopoms command is working on this stack; wait for it to end");
                }
                return new Lock(channel, lock);
            } catch (IOException | java.nio.channels.OverlappingFileLockException e) {
                throw new StackProblem("cannot lock " + directory + ": " + StackProblem.reason(e), e);
            }
        }

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException e) {
                throw new StackProblem("cannot release the lock: " + e.getMessage(), e);
            }
        }
    }

    /** Whether the system has {@code setsid}: Linux has, macOS has not. */
    private static final class Setsid {
        static final boolean AVAILABLE =
                Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid"));
    }
}

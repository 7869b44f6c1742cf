package io.shopoms.sandbox.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real RabbitMQ, where its package is installed, as a process of the current user on free ports of 127.0.0.1, user and
 * password {@code guest}. It can be stopped, killed and started again on its data.
 */
public final class InstalledRabbitMq implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);
    private static final int POLL_MILLIS = 200;

    /** The packages' wrapper on the PATH insists on their own user and folders; this is what it calls. */
    private static final List<String> SCRIPTS = List.of(
            "/usr/lib/rabbitmq/bin/rabbitmq-server",
            "/opt/homebrew/sbin/rabbitmq-server",
            "/usr/local/sbin/rabbitmq-server");

    private final Path script;
    private final Path directory = TemporaryDirectory.create("shopoms-rabbitmq-");
    private final int port = FreePort.orWanted(FreePort.ANY);
    private final int distributionPort = FreePort.orWanted(FreePort.ANY);
    private final int portMapperPort = FreePort.orWanted(FreePort.ANY);
    private Process process;

    private InstalledRabbitMq(Path script) {
        this.script = script;
    }

    /** Whether there is one to start. */
    public static boolean isInstalled() {
        return serverScript().isPresent();
    }

    /** @throws IllegalStateException if none is installed or it does not come up */
    public static InstalledRabbitMq start() {
        Path script = serverScript()
                .orElseThrow(() -> new IllegalStateException("no RabbitMQ here: install the package rabbitmq-server"));
        InstalledRabbitMq server = new InstalledRabbitMq(script);
        server.up();
        return server;
    }

    /** For {@code SHOPOMS_AMQP_URL}. */
    public String amqpUrl() {
        return "amqp://guest:guest@127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    /** Starts it, on its data; returns when it accepts connections. */
    public void up() {
        try {
            Files.createDirectories(directory.resolve("home"));
            ProcessBuilder builder = new ProcessBuilder(script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()));
            builder.environment().putAll(environment());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("RabbitMQ cannot be started", e);
        }
        awaitListening();
    }

    /** An orderly stop; its data stays. */
    public void down() {
        end(ProcessHandle::destroy);
    }

    /** As a crash would: no goodbye. */
    public void kill() {
        end(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        kill();
        stopPortMapper();
        TemporaryDirectory.delete(directory);
    }

    private static Optional<Path> serverScript() {
        return SCRIPTS.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private Path output() {
        return directory.resolve("output.txt");
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", directory.resolve("home").toString()),
                // Makes the script become the server, so that signals reach it.
                Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                // An idle scheduler sleeps at once; by default it spins for a while, on a core that tests need.
                Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none"),
                Map.entry("RABBITMQ_NODENAME", "shopoms-" + port + "@localhost"),
                Map.entry("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_NODE_PORT", Integer.toString(port)),
                Map.entry("RABBITMQ_DIST_PORT", Integer.toString(distributionPort)),
                Map.entry("ERL_EPMD_PORT", Integer.toString(portMapperPort)),
                Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                Map.entry("RABBITMQ_MNESIA_BASE", directory.resolve("data").toString()),
                Map.entry("RABBITMQ_LOG_BASE", directory.resolve("log").toString()),
                Map.entry("RABBITMQ_LOGS", "-"),
                Map.entry("RABBITMQ_PID_FILE", directory.resolve("pid").toString()),
                Map.entry(
                        "RABBITMQ_ENABLED_PLUGINS_FILE",
                        directory.resolve("plugins").toString()),
                Map.entry("RABBITMQ_CONFIG_FILE", directory.resolve("none").toString()),
                Map.entry("RABBITMQ_CONF_ENV_FILE", directory.resolve("none").toString()));
    }

    private void awaitListening() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("RabbitMQ does not come up: see " + output());
            }
            pause();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private void pause() {
        try {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("RabbitMQ ended: see " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while RabbitMQ started", e);
        }
    }

    private void end(Consumer<ProcessHandle> signal) {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        signal.accept(all.get(0));
        all.get(0).onExit().orTimeout(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        // Its small servants notice by themselves; a killed one leaves them no time to.
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Erlang's port mapper is a daemon and would outlive the server. */
    private void stopPortMapper() {
        try {
            ProcessBuilder builder = new ProcessBuilder("epmd", "-port", Integer.toString(portMapperPort), "-kill");
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.start().waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("Erlang's port mapper on " + portMapperPort + " goes on running", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.shopoms.sandbox.journeys.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.shopoms.sandbox.journeys.images.ComposeFile.Repository;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command that the images are asked with, against a server that answers as a service does. */
class HealthCommandTest {

    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aReadyServiceIsHealthy() throws Exception {
        assertThat(ask(server.getAddress().getPort())).isZero();
    }

    @Test
    void aServiceThatIsNotReadyIsNotHealthy() throws Exception {
        // Given
        status = 503;

        // Then
        assertThat(ask(server.getAddress().getPort())).isNotZero();
    }

    @Test
    void aServiceThatDoesNotListenIsNotHealthy() throws Exception {
        // Given: bound and not listened on, so that nobody else can listen there
        try (Socket closed = new Socket()) {
            closed.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            // Then
            assertThat(ask(closed.getLocalPort())).isNotZero();
        }
    }

    private static int ask(int port) throws Exception {
        Process process = new ProcessBuilder(
                        "bash", Repository.ROOT.resolve("docker/healthy").toString(), Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("answers in time")
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }
}

package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.sync.http.NoAnswerException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntrustedServerTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger requests = new AtomicInteger();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void serverWithACertificateOfItsOwnGetsNothingToSee() throws Exception {
        // Given
        HttpServerOptions tls = new HttpServerOptions()
                .setSsl(true)
                .setKeyCertOptions(
                        new PfxOptions().setPath(selfSigned().toString()).setPassword("changeit"));
        URI url = URI.create("https://localhost:" + listen(tls) + "/");

        // When
        NoAnswerException e = failure(url);

        // Then
        assertThat(e.reason()).isEqualTo(Reason.NOT_TRUSTED);
        assertThat(requests).hasValue(0);
    }

    @Test
    void serverThatDoesNotSpeakTlsIsNotSentAnything() {
        // Given
        URI url = URI.create("https://localhost:" + listen(new HttpServerOptions()) + "/");

        // When
        NoAnswerException e = failure(url);

        // Then
        assertThat(e.reason()).isEqualTo(Reason.NOT_SENT);
        assertThat(requests).hasValue(0);
    }

    private NoAnswerException failure(URI url) {
        OutboundHttp http = new OutboundHttp(vertx, new HttpLimits(LONG, LONG, 1024));
        return catchThrowableOfType(
                NoAnswerException.class,
                () -> http.send(HttpCall.get(url)).await().atMost(LONG));
    }

    private int listen(HttpServerOptions options) {
        HttpServer server = vertx.createHttpServer(options.setHost("localhost").setPort(0))
                .requestHandler(request -> {
                    requests.incrementAndGet();
                    request.response().end();
                });
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }

    private Path selfSigned() throws Exception {
        Path store = directory.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        return store;
    }
}

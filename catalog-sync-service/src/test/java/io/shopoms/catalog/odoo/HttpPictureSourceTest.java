package io.shopoms.catalog.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.runtime.configuration.MemorySize;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HttpPictureSourceTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] PICTURE = {1, 2, 3};

    private static Vertx vertx;
    private static HttpServer server;
    private static HttpPictureSource source;

    private record Settings(MemorySize maxSize, Duration timeout, boolean allowPrivate) implements PictureSettings {}

    @BeforeAll
    static void serve() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(HttpPictureSourceTest::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        source = sourceOf(LIMIT);
    }

    @AfterAll
    static void stop() {
        source.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void pictureIsFetchedAlsoAfterARedirect() {
        assertThat(source.fetch(address("/picture.png?v=1")).await().atMost(LIMIT))
                .isEqualTo(PICTURE);
        assertThat(source.fetch(address("/moved")).await().atMost(LIMIT)).isEqualTo(PICTURE);
    }

    @Test
    void whatIsNoPictureOrTooLargeOrNotThereIsRefused() {
        assertThat(failure("/page.html"))
                .isInstanceOf(RejectedByTarget.class)
                .extracting(SyncFailure::message)
                .asString()
                .contains("text/html");
        assertThat(failure("/large.png").message()).contains("larger than 1000 bytes");
        assertThat(failure("/nothing").message()).contains("404");
        assertThat(failure("/loop").message()).contains("redirects without end");
        assertThat(failure("/file").message()).contains("not an https address");
    }

    @Test
    void serverThatFailsOrDoesNotAnswerIsAskedAgainLater() {
        assertThat(failure("/broken")).isInstanceOf(TransientFailure.class);
        assertThat(failure("/cut")).isInstanceOf(TransientFailure.class);
    }

    @Test
    void serverThatIsSilentIsGivenUp() {
        HttpPictureSource impatient = sourceOf(Duration.ofSeconds(1));
        try {
            assertThat(failure(impatient, "/silent")).isInstanceOf(TransientFailure.class);
        } finally {
            impatient.close();
        }
    }

    private static HttpPictureSource sourceOf(Duration timeout) {
        return new HttpPictureSource(vertx, new Settings(new MemorySize(BigInteger.valueOf(1_000)), timeout, true));
    }

    private static SyncFailure failure(String path) {
        return failure(source, path);
    }

    private static SyncFailure failure(HttpPictureSource source, String path) {
        return catchThrowableOfType(
                        SyncFailureException.class,
                        () -> source.fetch(address(path)).await().atMost(LIMIT))
                .failure();
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.actualPort() + path;
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/picture.png" -> send(request, "image/png", Buffer.buffer(PICTURE));
            case "/page.html" -> send(request, "text/html", Buffer.buffer("<p>"));
            case "/large.png" -> send(request, "image/png", Buffer.buffer(new byte[100_000]));
            case "/moved" -> redirect(request, "/picture.png");
            case "/loop" -> redirect(request, "/loop");
            case "/file" -> redirect(request, "file:///etc/passwd");
            case "/broken" -> request.response().setStatusCode(503).end();
            case "/cut" -> request.connection().close();
            case "/silent" -> request.response().putHeader("Content-Length", "3");
            default -> request.response().setStatusCode(404).end();
        }
    }

    private static void send(HttpServerRequest request, String type, Buffer body) {
        request.response().putHeader("Content-Type", type).end(body);
    }

    private static void redirect(HttpServerRequest request, String location) {
        request.response().setStatusCode(302).putHeader("Location", location).end();
    }
}

package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.shopoms.sync.http.NoAnswerException.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final long KILOBYTE = 1024;
    private static Vertx vertx;

    private ScriptedServer server;
    private OutboundHttp http;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server = new ScriptedServer(vertx);
        http = new OutboundHttp(vertx, new HttpLimits(LONG, LONG, 64 * KILOBYTE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void answerComesWithItsStatusHeadersAndBody() {
        // Given
        server.then(ScriptedServer.answer(418, "application/json", "Retry-After: 7\r\n", "{\"é\":1}"));

        // When
        HttpAnswer answer = send("/a?b=c");

        // Then
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.isJson()).isTrue();
        assertThat(answer.header("retry-after")).contains("7");
        assertThat(answer.body().toString()).isEqualTo("{\"é\":1}");
        assertThat(server.request().path()).isEqualTo("/a?b=c");
        assertThat(server.request().header("X-Key")).isEqualTo("secret");
        assertThat(server.request().body()).isEqualTo("{}");
    }

    @Test
    void serverThatAnswersHttp10AndClosesIsUnderstoodAgainAndAgain() {
        server.then(ScriptedServer.http10(200, "application/json", "[1]"));

        for (int i = 0; i < 5; i++) {
            assertThat(send("/").body().toString()).isEqualTo("[1]");
        }

        assertThat(server.connections()).isEqualTo(5);
    }

    @Test
    void connectionIsKeptWhereTheServerAllowsIt() {
        server.then(ScriptedServer.json("[1]"));

        // A connection is back in the pool a moment after its answer.
        await().atMost(LONG).untilAsserted(() -> {
            int before = server.connections();
            send("/");
            assertThat(server.connections()).isPositive().isEqualTo(before);
        });
    }

    @Test
    void redirectIsAnAnswerAndNotFollowed() {
        server.then(ScriptedServer.answer(302, "text/html", "Location: http://192.0.2.1/\r\n", ""));

        assertThat(send("/").status()).isEqualTo(302);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void refusedConnectionWasNotSent() {
        // Given
        URI nobody = URI.create("http://127.0.0.1:1/");

        // When
        NoAnswerException e = failure(HttpCall.get(nobody), http);

        // Then
        assertThat(e.reason()).isEqualTo(Reason.NOT_SENT);
        assertThat(e).hasMessageContaining(nobody.getAuthority());
    }

    @Test
    void unknownHostWasNotSent() {
        NoAnswerException e = failure(HttpCall.get(URI.create("http://nobody.invalid/")), http);

        assertThat(e.reason()).isEqualTo(Reason.NOT_SENT);
    }

    @Test
    void addressThatIsNoHttpUrlFailsInsteadOfThrowing() {
        NoAnswerException e = failure(HttpCall.get(URI.create("nonsense://x/")), http);

        assertThat(e.reason()).isEqualTo(Reason.NOT_SENT);
    }

    @Test
    void lostConnectionHasAnUnknownOutcome() {
        server.then(ScriptedServer.cutOff());

        assertThat(failure(call("/"), http).reason()).isEqualTo(Reason.UNKNOWN_OUTCOME);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void halfAnAnswerHasAnUnknownOutcome() {
        server.then(ScriptedServer.halfAnswer());

        assertThat(failure(call("/"), http).reason()).isEqualTo(Reason.UNKNOWN_OUTCOME);
    }

    @Test
    void silentServerIsGivenUpAndItsConnectionClosed() {
        // Given
        server.then(ScriptedServer.silence());
        OutboundHttp impatient = new OutboundHttp(vertx, new HttpLimits(LONG, Duration.ofMillis(500), KILOBYTE));

        // When
        NoAnswerException e = failure(call("/"), impatient);

        // Then
        assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_OUTCOME);
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(server.closedConnections()).isEqualTo(1));
    }

    @Test
    void answerOfTheLargestSizeIsTakenAndOneByteMoreIsNot() {
        int largest = (int) (64 * KILOBYTE);
        server.then(
                ScriptedServer.json("1".repeat(largest)),
                ScriptedServer.json("1".repeat(largest + 1)),
                ScriptedServer.chunked(10 * 1024));

        assertThat(send("/").body().length()).isEqualTo(largest);
        assertThat(failure(call("/"), http).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure(call("/"), http).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void cancellingClosesTheConnection() {
        // Given
        server.then(ScriptedServer.silence());
        var running = http.send(call("/")).subscribe().with(answer -> {});
        await().atMost(LONG).untilAsserted(() -> assertThat(server.requests()).hasSize(1));

        // When
        running.cancel();

        // Then
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(server.closedConnections()).isEqualTo(1));
    }

    @Test
    void callPrintsWithoutItsSecretsAndItsQuery() {
        assertThat(call("/a?customer=ada")).hasToString("POST " + server.url() + "/a");
    }

    private HttpCall call(String path) {
        return HttpCall.post(URI.create(server.url() + path), Map.of("X-Key", "secret"), Buffer.buffer("{}"));
    }

    private HttpAnswer send(String path) {
        return http.send(call(path)).await().atMost(LONG);
    }

    private static NoAnswerException failure(HttpCall call, OutboundHttp http) {
        return catchThrowableOfType(
                NoAnswerException.class, () -> http.send(call).await().atMost(LONG));
    }
}

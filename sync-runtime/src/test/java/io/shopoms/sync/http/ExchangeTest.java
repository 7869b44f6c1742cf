package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.shopoms.sync.http.NoAnswerException.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final HttpLimits PATIENT = new HttpLimits(LONG, LONG, 1024);
    private static final HttpLimits SHORT = new HttpLimits(Duration.ofMillis(200), LONG, 1024);

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedServer server = new ScriptedServer(vertx);
    private final HttpClient client = vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) LONG.toMillis()), new PoolOptions().setHttp1MaxSize(1));

    @AfterEach
    void close() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatThePoolNeverGivesAConnectionWasNotSent() {
        // Given
        server.then(ScriptedServer.silence());
        var first = exchange(PATIENT).subscribe().with(answer -> {}, failure -> {});
        await().atMost(LONG).untilAsserted(() -> assertThat(server.requests()).hasSize(1));

        // When
        NoAnswerException e = catchThrowableOfType(
                NoAnswerException.class, () -> exchange(SHORT).await().atMost(LONG));

        // Then
        assertThat(e.reason()).isEqualTo(Reason.NOT_SENT);
        assertThat(server.requests()).hasSize(1);
        first.cancel();
    }

    private Uni<HttpAnswer> exchange(HttpLimits limits) {
        HttpCall call = HttpCall.get(URI.create(server.url() + "/"));
        return Uni.createFrom().emitter(emitter -> new Exchange(vertx, client, limits, call, emitter).start());
    }
}

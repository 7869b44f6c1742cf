package io.shopoms.gateway.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BodyDeadlineTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Context context = vertx.getOrCreateContext();
    private final AtomicInteger late = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void aBodyOfWhichMoreIsToComeIsLateOnce() {
        // Given
        BodyDeadline deadline = new BodyDeadline(vertx, Duration.ofMillis(20), late::incrementAndGet);

        // When
        onContext(() -> {
            deadline.start();
            deadline.start();
        });

        // Then
        await().atMost(LIMIT).untilAtomic(late, is(1));
        onContext(deadline::start);
        onContext(deadline::end);
        assertThat(late).hasValue(1);
    }

    @Test
    void aBodyThatIsOverIsNeverLate() {
        // Given
        BodyDeadline over = new BodyDeadline(vertx, Duration.ofMillis(20), late::incrementAndGet);
        CompletableFuture<Void> later = new CompletableFuture<>();

        // When
        onContext(() -> {
            over.start();
            over.end();
            over.start();
            vertx.setTimer(200, id -> later.complete(null));
        });

        // Then
        later.join();
        assertThat(late).hasValue(0);
    }

    private void onContext(Runnable what) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.runOnContext(here -> {
            what.run();
            done.complete(null);
        });
        done.join();
    }
}

package io.shopoms.sync.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollingTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void aLookThatThrowsIsNotTheLast() {
        // Given
        Polling polling = Polling.every(Duration.ofMillis(5), () -> {
            looks.incrementAndGet();
            throw new IllegalStateException("thrown by the test");
        });

        // When
        await().atMost(LIMIT).untilAsserted(() -> assertThat(looks).hasPositiveValue());

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(looks).hasValueGreaterThan(3));
        polling.close();
    }

    @Test
    void afterTheEndNobodyLooks() {
        // Given
        Polling polling = Polling.every(Duration.ofMillis(5), looks::incrementAndGet);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(looks).hasPositiveValue());

        // When
        polling.close();

        // Then (one look may be under way)
        int seen = looks.get();
        await().during(Duration.ofMillis(200))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(looks).hasValueLessThanOrEqualTo(seen + 1));
    }
}

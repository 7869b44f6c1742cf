package io.shopoms.sandbox.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LeakyBucketTest {

    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong time = new AtomicLong();
    private final LeakyBucket bucket = new LeakyBucket(100, time::get);

    @Test
    void itIsFullAtFirstAndTwentyTimesItsRate() {
        assertThat(bucket.maximum()).isEqualTo(2_000);
        assertThat(bucket.available()).isEqualTo(2_000);
    }

    @Test
    void itRefillsSteadilyAndNotBeyondItsSize() {
        // Given
        bucket.spend(500);

        // When
        time.addAndGet(2 * SECOND);

        // Then
        assertThat(bucket.available()).isEqualTo(1_700);
        time.addAndGet(60 * SECOND);
        assertThat(bucket.available()).isEqualTo(2_000);
    }

    @Test
    void manyShortWaitsFillAsMuchAsOneLongOne() {
        // Given
        bucket.spend(1_000);

        // When
        for (int i = 0; i < 1_000; i++) {
            time.addAndGet(SECOND / 1_000);
            bucket.available();
        }

        // Then
        assertThat(bucket.available()).isBetween(1_099, 1_100);
    }
}

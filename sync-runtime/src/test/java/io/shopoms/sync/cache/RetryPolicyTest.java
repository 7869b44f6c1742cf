package io.shopoms.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CAP = Duration.ofMinutes(5);

    @Property
    void delayLiesBetweenABreathAndTheDoubledBaseOrTheCap(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int attempt) {
        Duration delay = new RetryPolicy(new Random(seed)).backoff(BASE, CAP, attempt);

        double doubled = BASE.toMillis() * Math.pow(2, attempt - 1.0);
        assertThat(delay.toMillis()).isBetween(200L, (long) Math.min(doubled, CAP.toMillis()));
    }

    @Test
    void highestDrawIsTheCeilingAndLowestABreath() {
        RetryPolicy highest = new RetryPolicy(new Random() {
            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        });
        RetryPolicy lowest = new RetryPolicy(new Random() {
            @Override
            public long nextLong(long bound) {
                return 0;
            }
        });

        assertThat(highest.backoff(BASE, CAP, 4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(highest.backoff(BASE, CAP, 30)).isEqualTo(CAP);
        assertThat(lowest.backoff(BASE, CAP, 30)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void wishOfTheOtherSystemIsKeptButNotBeyondAnHour() {
        RetryPolicy retries = new RetryPolicy(new Random(1));

        assertThat(retries.notBefore(Duration.ofSeconds(30), Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(32));
        assertThat(retries.notBefore(Duration.ofDays(9), Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofHours(1).plusSeconds(2));
        assertThat(retries.notBefore(Duration.ofSeconds(-5), Duration.ofSeconds(2)))
                .isEqualTo(Duration.ofSeconds(2));
    }
}

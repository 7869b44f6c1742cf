package io.shopoms.sync.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sync.http.ManualTimers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CostBudgetTest {

    private final ManualTimers time = new ManualTimers();
    private final CostBudget budget = new CostBudget(time::nanos);

    @Test
    void nothingIsHeldBackBeforeTheFirstAnswer() {
        assertThat(budget.hold(1_000_000)).isZero();
    }

    @Test
    void documentWaitsUntilItsCostHasFlowedIn() {
        // Given
        learn(100);

        // When
        long wait = budget.hold(300);

        // Then
        assertThat(Duration.ofNanos(wait)).isEqualTo(Duration.ofSeconds(2));
        time.advance(Duration.ofMillis(1_999));
        assertThat(budget.hold(300)).isPositive();
        time.advance(Duration.ofMillis(1));
        assertThat(budget.hold(300)).isZero();
    }

    @Test
    void whatCallsUnderWayHoldIsNotGivenAwayTwice() {
        learn(500);

        assertThat(budget.hold(300)).isZero();
        assertThat(budget.hold(300)).isPositive();

        budget.free(300);
        assertThat(budget.hold(300)).isZero();
    }

    @Test
    void documentLargerThanTheBucketStartsWhenTheBucketIsFull() {
        learn(1_900);

        assertThat(Duration.ofNanos(budget.hold(5_000))).isEqualTo(Duration.ofSeconds(1));

        time.advance(Duration.ofSeconds(1));
        assertThat(budget.hold(5_000)).isZero();
    }

    @Test
    void bucketNeverHoldsMoreThanItsSize() {
        learn(2_000);
        time.advance(Duration.ofHours(1));

        assertThat(budget.hold(1_500)).isZero();
        assertThat(budget.hold(1_500)).isPositive();
    }

    @Test
    void pauseStopsEverythingAndAShorterOneDoesNotEndItEarly() {
        learn(2_000);
        budget.pause(Duration.ofSeconds(10));
        budget.pause(Duration.ofSeconds(1));

        assertThat(Duration.ofNanos(budget.hold(1))).isEqualTo(Duration.ofSeconds(10));

        time.advance(Duration.ofSeconds(10));
        assertThat(budget.hold(1)).isZero();
    }

    /**
     * A simulated bucket answers as Shopify does: whatever is asked in whatever order, no document that the budget lets
     * start finds too few points, and none waits longer than it takes to fill the bucket.
     */
    @Property(tries = 500)
    void noDocumentIsThrottledByABucketThatIsOursAlone(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 1000) Integer> costs,
            @ForAll @IntRange(min = 0, max = 2000) int initially,
            @ForAll @IntRange(min = 1, max = 4) int inFlight) {
        // Given
        ManualTimers clock = new ManualTimers();
        CostBudget own = new CostBudget(clock::nanos);
        own.learn(new ShopifyCost(1, 2000, initially, 100));
        double bucket = initially;
        long filledAt = clock.nanos();
        Deque<Integer> running = new ArrayDeque<>();

        for (int cost : costs) {
            if (running.size() == inFlight) {
                own.free(running.poll());
            }
            // When
            long wait = own.hold(cost);
            int patience = 0;
            while (wait > 0) {
                assertThat(patience++).as("it may start some time").isLessThan(50);
                clock.advance(Duration.ofNanos(wait));
                if (!running.isEmpty()) {
                    own.free(running.poll());
                }
                wait = own.hold(cost);
            }

            // Then
            bucket = Math.min(2000, bucket + 100 * (clock.nanos() - filledAt) / 1e9);
            filledAt = clock.nanos();
            assertThat(bucket).isGreaterThanOrEqualTo(cost - 1e-3);
            bucket -= cost;
            running.add(cost);
            own.learn(new ShopifyCost(cost, 2000, bucket, 100));
        }
    }

    private void learn(double available) {
        budget.learn(new ShopifyCost(1, 2_000, available, 100));
    }
}

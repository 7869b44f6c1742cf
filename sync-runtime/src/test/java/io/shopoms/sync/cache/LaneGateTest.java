package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.fixtures.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneGateTest {

    private static final SyncFailure DOWN = new TransientFailure("down");
    private static final SyncFailure WRONG_KEY = new Misconfigured("wrong key", "Set it.");

    private final TestClock clock = new TestClock();
    private final ProcessingConfig config = Settings.of(ProcessingConfig.class, Map.of());
    private final LaneGate gate = new LaneGate(50, config, new RetryPolicy(new Random(1)), clock);

    @Test
    void oneRecordThatAlwaysFailsIsNoOutage() {
        for (int i = 0; i < 10; i++) {
            gate.learn(failed(DOWN, 1));
        }

        assertThat(gate.allowance()).isEqualTo(50);
    }

    @Test
    void severalRecordsInARowAreAnOutageThatIsProbedWithFew() {
        gate.learn(failed(DOWN, 1, 2, 3));
        assertThat(gate.allowance()).isZero();

        clock.advance(Duration.ofSeconds(31));
        assertThat(gate.allowance()).isEqualTo(5);
    }

    @Test
    void anyAnswerOfTheOtherSystemEndsAnOutageOnce() {
        gate.learn(failed(DOWN, 1, 2, 3));

        assertThat(gate.learn(failed(new MissingDependency("SKU", "Create it."), 4)))
                .isTrue();
        assertThat(gate.allowance()).isEqualTo(50);
        assertThat(gate.learn(processed(5))).isFalse();
    }

    @Test
    void outageIsHeldAsLongAsTheOtherSystemWishes() {
        gate.learn(failed(new TransientFailure("throttled", Optional.of(Duration.ofSeconds(90))), 1, 2, 3));

        clock.advance(Duration.ofSeconds(89));
        assertThat(gate.allowance()).isZero();
        clock.advance(Duration.ofSeconds(32));
        assertThat(gate.allowance()).isEqualTo(5);
    }

    @Test
    void wrongSettingPausesUntilAProbeOfOneGoesWell() {
        gate.learn(failed(WRONG_KEY, 1, 2));
        assertThat(gate.pause()).isPresent();
        assertThat(gate.allowance()).isZero();

        clock.advance(Duration.ofSeconds(30));
        assertThat(gate.allowance()).isEqualTo(1);
        assertThat(gate.allowance()).as("one probe at a time").isZero();
        gate.learn(processed(1));

        assertThat(gate.pause()).isEmpty();
        assertThat(gate.allowance()).isEqualTo(50);
    }

    @Test
    void pauseKeepsItsBeginningWhileProbesFail() {
        gate.learn(failed(WRONG_KEY, 1));
        clock.advance(Duration.ofSeconds(30));

        gate.learn(failed(WRONG_KEY, 1));

        assertThat(gate.pause().orElseThrow().since()).isEqualTo(NOON);
    }

    @Test
    void pausedLaneWithoutWorkResumes() {
        gate.learn(failed(WRONG_KEY, 1));

        gate.nothingDue();

        assertThat(gate.pause()).isEmpty();
    }

    @Test
    void personsWishOpensAtOnce() {
        gate.learn(failed(WRONG_KEY, 1));

        gate.open();

        assertThat(gate.allowance()).isEqualTo(1);
    }

    private static List<Verdict> failed(SyncFailure failure, long... ids) {
        return Arrays.stream(ids)
                .mapToObj(id -> Verdict.waiting(claimed(id), failure, Duration.ZERO, true))
                .toList();
    }

    private static List<Verdict> processed(long id) {
        return List.of(Verdict.processed(claimed(id), "ok"));
    }

    private static Claimed claimed(long id) {
        CacheEntry entry = new CacheEntry(ACME, id, RawFormat.WEBHOOK, "{}", NOON, Optional.empty(), 1, 1, Map.of());
        return new Claimed(entry, false, 0, NOON, NOON, Optional.empty());
    }

    private static final class TestClock extends Clock {

        private Instant now = NOON;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

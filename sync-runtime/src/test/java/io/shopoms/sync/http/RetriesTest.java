package io.shopoms.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.Test;

class RetriesTest {

    private static final SyncFailure PASSING = new TransientFailure("for the test");
    private static final SyncFailure LASTING = new RejectedByTarget("for the test", "none");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ManualTimers timers = new ManualTimers();
    private final List<Long> sent = new ArrayList<>();
    private final List<Object> ends = new ArrayList<>();

    @BeforeTry
    void forget() {
        sent.clear();
    }

    @Test
    void passingFailureOfARepeatableCallIsTriedAgainUntilItSucceeds() {
        run(true, 1, fails(PASSING, false), fails(PASSING, false), succeeds());

        assertThat(sent).hasSize(3);
        assertThat(ends).containsExactly("ok");
    }

    @Test
    void triesAreBounded() {
        run(true, 1, fails(PASSING, false));

        assertThat(sent).hasSize(4);
        assertThat(ends).singleElement().isInstanceOf(CallFailedException.class);
    }

    @Test
    void unknownOutcomeOfACallThatMayNotBeRepeatedIsHandedOn() {
        run(false, 1, fails(PASSING, false), succeeds());

        assertThat(sent).hasSize(1);
        assertThat(ends).singleElement().isInstanceOf(CallFailedException.class);
    }

    @Test
    void callThatWasCertainlyNotCarriedOutIsTriedAgain() {
        run(false, 1, fails(PASSING, true), succeeds());

        assertThat(sent).hasSize(2);
        assertThat(ends).containsExactly("ok");
    }

    @Test
    void noneOfTheTriesWasCarriedOutOnlyIfEachCertainlyWasNot() {
        // Given: one of them was answered by nobody
        List<List<Boolean>> tries = List.of(
                List.of(true, true, true, true),
                List.of(false, true, true, true),
                List.of(true, false, true, true),
                List.of(true, true, true, false));

        for (List<Boolean> certain : tries) {
            // When
            sent.clear();
            ends.clear();
            run(
                    true,
                    1,
                    fails(PASSING, certain.get(0)),
                    fails(PASSING, certain.get(1)),
                    fails(PASSING, certain.get(2)),
                    fails(PASSING, certain.get(3)));

            // Then
            assertThat(ends)
                    .singleElement()
                    .satisfies(end -> assertThat(
                                    ((CallFailedException) end).forCaller().notCarriedOut())
                            .isEqualTo(!certain.contains(false)));
        }
    }

    @Test
    void failureThatDoesNotPassIsHandedOnAtOnce() {
        run(true, 1, fails(LASTING, true), succeeds());

        assertThat(sent).hasSize(1);
    }

    @Test
    void otherExceptionsAreHandedOnAtOnce() {
        run(true, 1, Uni.createFrom().failure(new IllegalStateException("for the test")), succeeds());

        assertThat(sent).hasSize(1);
        assertThat(ends).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void retryAfterIsHonoured() {
        run(true, 0, fails(waiting(Duration.ofSeconds(3)), true), succeeds());

        assertThat(sent).hasSize(2);
        assertThat(sent.get(1) - sent.get(0)).isEqualTo(Duration.ofSeconds(3).toNanos());
    }

    @Test
    void retryAfterBeyondPatienceIsLeftToTheRecord() {
        run(true, 0, fails(waiting(Duration.ofSeconds(31)), true), succeeds());

        assertThat(sent).hasSize(1);
        assertThat(ends).singleElement().isInstanceOf(CallFailedException.class);
    }

    @Property(tries = 200)
    void noTryStartsAfterPatienceEndsAndPausesGrow(@ForAll @DoubleRange(min = 0, max = 1) double luck) {
        run(true, luck, fails(PASSING, true));

        assertThat(sent).hasSizeLessThanOrEqualTo(4);
        assertThat(sent.get(sent.size() - 1) - sent.get(0)).isLessThanOrEqualTo(PATIENCE.toNanos());
        for (int i = 1; i < sent.size(); i++) {
            long ceiling = Duration.ofMillis(200L << (i - 1)).toNanos();
            assertThat(sent.get(i) - sent.get(i - 1)).isBetween(0L, ceiling);
        }
    }

    private static SyncFailure waiting(Duration wait) {
        return new TransientFailure("for the test", Optional.of(wait));
    }

    private static Uni<String> fails(SyncFailure failure, boolean notCarriedOut) {
        return Uni.createFrom().failure(() -> new CallFailedException(failure, notCarriedOut));
    }

    private static Uni<String> succeeds() {
        return Uni.createFrom().item("ok");
    }

    @SafeVarargs
    private void run(boolean repeatable, double random, Uni<String>... script) {
        new Retries(4, PATIENCE, timers, () -> random)
                .run(repeatable, () -> {
                    sent.add(timers.nanos());
                    return script[Math.min(sent.size(), script.length) - 1];
                })
                .subscribe()
                .with(ends::add, ends::add);
        timers.advance(Duration.ofMinutes(5));
    }
}

package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.fixtures.Settings;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HandlerCallsTest {

    private final List<List<Long>> calls = new ArrayList<>();
    private String deadline = "PT1M";
    private Optional<Duration> ownDeadline = Optional.empty();

    @Test
    void transientFailureOfTheWholeBatchHoldsForAllWithoutFurtherCalls() {
        List<Verdict> verdicts = handle(3, 1, batch -> failure(new TransientFailure("down")));

        assertThat(verdicts).hasSize(3).allMatch(v -> v.status() == CacheStatus.PENDING && v.counted());
        assertThat(calls).hasSize(1);
    }

    @Test
    void misconfiguredHoldsForAllAndCountsNoAttempt() {
        List<Verdict> verdicts = handle(3, 1, batch -> failure(new Misconfigured("key", "Set it.")));

        assertThat(verdicts).hasSize(3).allMatch(v -> v.status() == CacheStatus.PENDING && !v.counted());
        assertThat(calls).hasSize(1);
    }

    @Test
    void otherFailureIsTracedToItsRecordByCallingOneByOne() {
        List<Verdict> verdicts = handle(
                3, 1, batch -> batch.contains(2L) ? failure(new InvalidPayload("bad", "Correct it.")) : fine(batch));

        assertThat(verdicts)
                .extracting(Verdict::status)
                .containsExactly(CacheStatus.PROCESSED, CacheStatus.FAILED, CacheStatus.PROCESSED);
        assertThat(calls).containsExactly(List.of(1L, 2L, 3L), List.of(1L), List.of(2L), List.of(3L));
    }

    @Test
    void handlerThatThrowsInsteadOfFailingIsNoDifferent() {
        List<Verdict> verdicts = handle(1, 1, batch -> {
            throw new IllegalStateException("customer Ada");
        });

        assertThat(verdicts).singleElement().satisfies(verdict -> {
            assertThat(verdict.status()).isEqualTo(CacheStatus.PENDING);
            assertThat(verdict.failure().orElseThrow().message()).contains("IllegalStateException at HandlerCallsTest");
            assertThat(verdict.failure().orElseThrow().message()).doesNotContain("Ada");
        });
    }

    @Test
    void mistakeThatDoesNotPassIsShownToPeopleInTheEnd() {
        List<Verdict> verdicts = handle(1, 5, batch -> {
            throw new IllegalStateException();
        });

        assertThat(verdicts.get(0).status()).isEqualTo(CacheStatus.FAILED);
    }

    @Test
    void networkErrorNeverFailsARecord() {
        List<Verdict> verdicts =
                handle(1, 1000, batch -> Uni.createFrom().failure(new java.net.ConnectException("refused")));

        assertThat(verdicts.get(0).status()).isEqualTo(CacheStatus.PENDING);
    }

    @Test
    void handlerThatNeverAnswersIsGivenUpAndItsRecordsAreTriedAloneNext() {
        deadline = "PT0.1S";

        List<Verdict> verdicts = handle(2, 1, batch -> Uni.createFrom().nothing());

        assertThat(verdicts).hasSize(2).allMatch(v -> v.alone() && v.status() == CacheStatus.PENDING);
    }

    @Test
    void recordWithoutAnOutcomeWaitsAndAStrangersOutcomeIsIgnored() {
        List<Verdict> verdicts = handle(
                2, 1, batch -> Uni.createFrom().item(List.of(new Processed(1, "ok"), new Processed(99, "whose?"))));

        assertThat(verdicts).extracting(Verdict::status).containsExactly(CacheStatus.PROCESSED, CacheStatus.PENDING);
    }

    @Test
    void ofTwoOutcomesForOneRecordTheFailureHolds() {
        List<Verdict> verdicts = handle(
                1,
                1,
                batch -> Uni.createFrom()
                        .item(List.of(
                                new Failed(1, new InvalidPayload("bad", "Correct it.")), new Processed(1, "ok"))));

        assertThat(verdicts.get(0).status()).isEqualTo(CacheStatus.FAILED);
    }

    @Test
    void handlersOwnDeadlineTakesThePlaceOfTheSetting() {
        ownDeadline = Optional.of(Duration.ofMillis(20));

        List<Verdict> verdicts = handle(2, 1, batch -> Uni.createFrom().nothing());

        assertThat(verdicts).hasSize(2).allMatch(Verdict::alone);
        assertThat(verdicts.get(0).failure().orElseThrow().message()).contains("PT0.02S");
    }

    @Test
    void retryIsNotBeforeWhatTheOtherSystemWishes() {
        List<Verdict> verdicts =
                handle(1, 1, batch -> failure(new TransientFailure("throttled", Optional.of(Duration.ofSeconds(40)))));

        assertThat(verdicts.get(0).delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(40));
    }

    private List<Verdict> handle(int records, int attempts, Function<List<Long>, Uni<List<Outcome>>> behaviour) {
        ProcessingConfig config =
                Settings.of(ProcessingConfig.class, Map.of("shopoms.sync.processing.handler-deadline", deadline));
        EntryHandler handler = new EntryHandler() {
            @Override
            public String kind() {
                return "notes";
            }

            @Override
            public Optional<Duration> deadline() {
                return ownDeadline;
            }

            @Override
            public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
                List<Long> ids = entries.stream().map(CacheEntry::recordId).toList();
                calls.add(ids);
                return behaviour.apply(ids);
            }
        };
        List<Claimed> batch = LongStream.rangeClosed(1, records)
                .mapToObj(id -> new CacheEntry(
                        ACME, id, RawFormat.WEBHOOK, "{}", NOON, Optional.empty(), 1, attempts, Map.of()))
                .map(entry -> new Claimed(entry, false, 0, NOON, NOON, Optional.empty()))
                .toList();
        Verdicts verdicts = new Verdicts(config, new RetryPolicy(new Random(1)));
        return new HandlerCalls(handler, config, verdicts)
                .handle(new Store(ACME, Optional.empty(), Optional.empty()), batch)
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private static Uni<List<Outcome>> fine(List<Long> batch) {
        return Uni.createFrom()
                .item(batch.stream().<Outcome>map(id -> new Processed(id, "ok")).toList());
    }

    private static Uni<List<Outcome>> failure(io.shopoms.sync.failure.SyncFailure failure) {
        return Uni.createFrom().failure(new SyncFailureException(failure));
    }
}

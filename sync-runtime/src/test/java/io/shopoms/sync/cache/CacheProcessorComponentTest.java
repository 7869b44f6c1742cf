package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.BETA;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.MemoKind;
import io.shopoms.sync.fixtures.NoteKind;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.TokensResource;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class CacheProcessorComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Inject
    Engine engine;

    @Inject
    CacheEntries entries;

    @Inject
    CacheProcessor processor;

    @Inject
    NoteKind kind;

    @Inject
    MemoKind memos;

    @Inject
    NoteTarget target;

    @Inject
    Table table;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    @Test
    void storedRecordIsHandedOverAndMarkedProcessed() {
        // When
        store(Notes.record(1, NOON, "hello"));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(table.status(1)).isEqualTo("PROCESSED"));
        assertThat(target.held()).containsEntry("acme/1", Notes.json(1, NOON, "hello"));
        assertThat(table.note(1).getString("note")).isEqualTo("taken over");
        assertThat(table.note(1).getInteger("attempts")).isEqualTo(1);
    }

    @Test
    void recordThatTheTargetRejectsFailsWithItsRemedyAndDoesNotHinderOthers() {
        // Given
        target.behave((shop, batch) -> Uni.createFrom()
                .item(batch.stream()
                        .<Outcome>map(e -> e.recordId() == 2
                                ? new Outcome.Failed(2, new RejectedByTarget("no such country", "Correct the country."))
                                : new Outcome.Processed(e.recordId(), "ok"))
                        .toList()));

        // When
        store(Notes.record(1, NOON, "a"), Notes.record(2, NOON, "b"), Notes.record(3, NOON, "c"));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(table.status(1)).isEqualTo("PROCESSED");
            assertThat(table.status(2)).isEqualTo("FAILED");
            assertThat(table.status(3)).isEqualTo("PROCESSED");
        });
        assertThat(table.note(2).getString("failure_kind")).isEqualTo("RejectedByTarget");
        assertThat(table.note(2).getString("failure_remedy")).isEqualTo("Correct the country.");
        assertThat((String[]) table.note(2).getArrayOfStrings("history")).hasSize(1);
    }

    @Test
    void batchThatBlowsUpIsTriedOneByOneSoThatOnlyTheCulpritWaits() {
        // Given
        target.behave((shop, batch) -> batch.stream().anyMatch(e -> e.recordId() == 7)
                ? Uni.createFrom().failure(new IllegalStateException("secret content"))
                : target.accept(shop, batch));

        // When
        store(LongStream.rangeClosed(1, 10)
                .mapToObj(id -> Notes.record(id, NOON, "x"))
                .toArray(RawRecord[]::new));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(target.held()).hasSize(9);
            assertThat(table.status(7)).isEqualTo("FAILED");
        });
        assertThat(table.note(7).getInteger("attempts")).isEqualTo(5);
        assertThat(table.note(7).getString("failure_message"))
                .contains("IllegalStateException")
                .doesNotContain("secret");
    }

    @Test
    void outageIsNeverFailedAndEndsByItself() {
        // Given
        target.failEach(entry -> new TransientFailure("Odoo is down"));
        store(LongStream.rangeClosed(1, 20)
                .mapToObj(id -> Notes.record(id, NOON, "x"))
                .toArray(RawRecord[]::new));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(target.batches().size()).isGreaterThan(8));
        assertThat(table.rows("select 1 from note_cache where status = 'FAILED'"))
                .isEmpty();

        // When
        target.behave(target::accept);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(target.held()).hasSize(20));
    }

    @Test
    void missingDependencyIsShownAtOnceAndGoesThroughOnceItIsThere() {
        // Given
        target.failEach(entry -> new MissingDependency("SKU X is not in Odoo", "Create it."));
        store(Notes.record(1, NOON, "x"));
        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(table.note(1).getString("failure_kind")).isEqualTo("MissingDependency"));
        assertThat(table.status(1)).isEqualTo("PENDING");

        // When
        target.behave(target::accept);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(table.status(1)).isEqualTo("PROCESSED"));
        assertThat(table.note(1).getString("failure_kind")).isNull();
    }

    @Test
    void misconfiguredStoreIsPausedAloneBurnsNoAttemptsAndResumesByItself() {
        // Given
        target.behave((shop, batch) -> shop.equals(ACME)
                ? Uni.createFrom()
                        .failure(new SyncFailureException(
                                new Misconfigured("the API key is wrong", "Set ODOO_API_KEY.")))
                : target.accept(shop, batch));

        // When
        store(Notes.record(1, NOON, "x"), Notes.record(2, NOON, "x"));
        store(Notes.record(BETA, Notes.json(3, NOON, "x"), NOON));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(table.status(3)).isEqualTo("PROCESSED");
            assertThat(processor.paused())
                    .singleElement()
                    .satisfies(paused -> assertThat(paused.store()).isEqualTo(ACME));
        });
        // A probe counts as an attempt until it has ended.
        await().atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(table.note(1).getInteger("attempts")).isZero());
        target.behave(target::accept);
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(table.status(1)).isEqualTo("PROCESSED");
            assertThat(table.status(2)).isEqualTo("PROCESSED");
            assertThat(processor.paused()).isEmpty();
        });
    }

    @Test
    void newerVersionThatComesWhileTheOldOneIsHandledIsHandledNext() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        target.behave((shop, batch) -> Uni.createFrom().completionStage(gate).chain(() -> target.accept(shop, batch)));
        store(Notes.record(1, NOON, "old"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(target.batches()).hasSize(1));

        // When
        store(Notes.record(1, NOON.plusSeconds(5), "new"));
        gate.complete(null);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(table.status(1)).isEqualTo("PROCESSED");
            assertThat(target.held().get("acme/1")).contains("new");
        });
        assertThat(target.batches()).hasSize(2);
    }

    @Test
    void handlerThatNeverAnswersHoldsOnlyTheRecordItHangsOn() {
        // Given
        target.behave((shop, batch) -> batch.stream().anyMatch(e -> e.recordId() == 2)
                ? Uni.createFrom().nothing()
                : target.accept(shop, batch));

        // When
        List<RawRecord> records =
                List.of(Notes.record(1, NOON, "a"), Notes.record(2, NOON, "b"), Notes.record(3, NOON, "c"));
        entries.store(memos, records).await().atMost(LIMIT);

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(target.held()).containsKeys("acme/1", "acme/3"));
        assertThat(table.rows("select status from memo_cache where record_id = 2"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("status")).isEqualTo("PENDING"));
    }

    @Test
    void entryWithoutOutcomeIsTriedAgain() {
        // Given
        target.behave((shop, batch) ->
                target.batches().size() == 1 ? Uni.createFrom().item(List.of()) : target.accept(shop, batch));

        // When
        store(Notes.record(1, NOON, "a"));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> assertThat(table.status(1)).isEqualTo("PROCESSED"));
        assertThat(table.note(1).getInteger("attempts")).isEqualTo(2);
    }

    private void store(RawRecord... records) {
        entries.store(kind, List.of(records)).await().atMost(LIMIT);
    }
}

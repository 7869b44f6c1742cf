package io.shopoms.sync.cache;

import static io.shopoms.sync.fixtures.Notes.ACME;
import static io.shopoms.sync.fixtures.Notes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.fixtures.Engine;
import io.shopoms.sync.fixtures.NoteKind;
import io.shopoms.sync.fixtures.NoteTarget;
import io.shopoms.sync.fixtures.Notes;
import io.shopoms.sync.fixtures.Table;
import io.shopoms.sync.fixtures.TokensResource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two workers on one table. The second one is played by claims of the test's own. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(TokensResource.class)
class LeasesComponentTest {

    @Inject
    Engine engine;

    @Inject
    Database database;

    @Inject
    ProcessingConfig config;

    @Inject
    CacheEntries entries;

    @Inject
    NoteKind kind;

    @Inject
    NoteTarget target;

    @Inject
    Table table;

    @BeforeEach
    void startOver() {
        engine.startOver();
    }

    /** The workers that the test played are gone, and with them what they held. */
    @AfterEach
    void leaveNothing() {
        table.empty();
    }

    @Test
    void rowsOfOneWorkerAreOutOfReachOfTheOther() {
        // Given
        waiting(1, 2, 3);

        // When
        List<Claimed> first = claim(UUID.randomUUID(), 2);
        List<Claimed> second = claim(UUID.randomUUID(), 10);

        // Then
        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(second.get(0).entry().recordId())
                .isNotIn(first.stream().map(c -> c.entry().recordId()).toList());
    }

    @Test
    void outcomeOfAWorkerWhoseLeaseWasTakenOverIsNotWritten() {
        // Given
        waiting(1);
        UUID slow = UUID.randomUUID();
        List<Claimed> claimed = claim(slow, 1);
        UUID other = UUID.randomUUID();
        List<Claimed> taken = claimOfExpired(other, 1);

        // When
        Set<Long> held = claims().write(ACME, slow, List.of(Verdict.processed(claimed.get(0), "too late")))
                .await()
                .atMost(Engine.LIMIT);

        // Then
        assertThat(held).isEmpty();
        assertThat(table.status(1)).isEqualTo("PENDING");
        assertThat(taken).singleElement().satisfies(c -> assertThat(c.suspect()).isTrue());
        assertThat(claims().write(ACME, other, List.of(Verdict.processed(taken.get(0), "done")))
                        .await()
                        .atMost(Engine.LIMIT))
                .containsExactly(1L);
    }

    @Test
    void recordThatKillsItsWorkersAgainAndAgainIsFailedAndNotHandedOverAnyMore() {
        // Given
        waiting(1);
        table.execute("update note_cache set lost_leases = 4, lease_owner = gen_random_uuid(),"
                + " lease_until = now() - interval '1 second', next_attempt_at = now()");

        // Then
        engine.awaitStatus("FAILED", 1);
        assertThat(table.note(1).getString("failure_message")).contains("cut off 5 times");
        assertThat(target.batches()).isEmpty();
    }

    @Test
    void rowsOfACrashedWorkerAreTakenOverOnceTheLeaseHasRunOutEachAlone() {
        // Given
        waiting(1, 2);
        table.execute("update note_cache set lease_owner = gen_random_uuid(),"
                + " lease_until = now() + interval '1 second', next_attempt_at = now()");

        // Then
        engine.awaitStatus("PROCESSED", 2);
        assertThat(target.batches()).containsExactly(List.of(1L), List.of(2L));
    }

    @Test
    void manyRowsOfACrashedWorkerAreTakenOverInParts() {
        // Given
        waiting(LongStream.rangeClosed(1, 30).toArray());
        table.execute("update note_cache set lease_owner = gen_random_uuid(),"
                + " lease_until = now() + interval '1 second', next_attempt_at = now()");

        // Then
        engine.awaitStatus("PROCESSED", 30);
        assertThat(target.batches()).hasSize(10).contains(List.of(1L, 2L, 3L), List.of(28L, 29L, 30L));
    }

    @Test
    void leaseIsRenewedWhileAHandlerTakesLongerThanIt() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        target.behave((shop, batch) -> Uni.createFrom().completionStage(gate).chain(() -> target.accept(shop, batch)));
        engine.store(Notes.record(1, NOON, "x"));
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(target.batches()).hasSize(1));
        var until = table.note(1).getOffsetDateTime("lease_until");

        // Then
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(table.note(1).getOffsetDateTime("lease_until"))
                        .isAfter(until));
        gate.complete(null);
        engine.awaitStatus("PROCESSED", 1);
        assertThat(table.note(1).getInteger("attempts")).isEqualTo(1);
    }

    @Test
    void wakingARowThatIsBeingWorkedOnMakesItBeDoneAgain() {
        // Given
        CompletableFuture<Void> gate = new CompletableFuture<>();
        target.behave((shop, batch) -> Uni.createFrom().completionStage(gate).chain(() -> target.accept(shop, batch)));
        engine.store(Notes.record(1, NOON, "x"));
        await().atMost(Engine.LIMIT)
                .untilAsserted(() -> assertThat(target.batches()).hasSize(1));

        // When
        int woken = entries.wake(kind, ACME, List.of(1L, 99L)).await().atMost(Engine.LIMIT);
        gate.complete(null);

        // Then
        assertThat(woken).isEqualTo(1);
        engine.awaitStatus("PROCESSED", 1);
        assertThat(target.batches()).hasSize(2);
    }

    @Test
    void batchIsBoundedByBytesButOneLargeRecordGoesThrough() {
        // Given
        waiting(1, 2, 3);
        table.execute("update note_cache set raw = repeat('x', 9000000) where record_id < 3");

        // When
        List<List<Long>> claims = List.of(ids(claim(UUID.randomUUID(), 10)), ids(claim(UUID.randomUUID(), 10)));

        // Then
        assertThat(claims).containsExactly(List.of(1L), List.of(2L));
    }

    private static List<Long> ids(List<Claimed> claimed) {
        return claimed.stream().map(c -> c.entry().recordId()).toList();
    }

    /** Rows that are not due before the test says so. */
    private void waiting(long... ids) {
        for (long id : ids) {
            table.execute("insert into note_cache (store, record_id, raw, raw_format, content_hash, source_updated_at,"
                    + " received_at, status, next_attempt_at) values ('" + ACME + "', " + id + ", '"
                    + Notes.json(id, NOON, "x")
                    + "', 'WEBHOOK', '\\x00', now(), now(), 'PENDING', now() + interval '1 hour')");
        }
    }

    private List<Claimed> claim(UUID owner, int most) {
        return claim("update note_cache set next_attempt_at = now() where lease_until is null", owner, most);
    }

    /** Takes rows over, as if their leases had run out. */
    private List<Claimed> claimOfExpired(UUID owner, int most) {
        return claim(
                "update note_cache set next_attempt_at = now(), lease_until = now() - interval '1 second'"
                        + " where lease_until is not null",
                owner,
                most);
    }

    /** Makes rows due and claims them in one go, so that the application's own processor cannot come first. */
    private List<Claimed> claim(String makeDue, UUID owner, int most) {
        return database.transaction(transaction -> transaction
                        .query(makeDue)
                        .execute()
                        .chain(() -> transaction
                                .preparedQuery(new CacheTable(kind).claim())
                                .execute(Tuple.of(ACME.value(), most, config.batchBytes(), owner, 60_000)))
                        .map(rows -> claims().claimed(ACME, rows))
                        .call(() -> transaction
                                .query("update note_cache set next_attempt_at = now() + interval '1 hour'"
                                        + " where lease_until is null")
                                .execute()))
                .await()
                .atMost(Engine.LIMIT);
    }

    private CacheClaims claims() {
        return new CacheClaims(database, kind, Clock.systemUTC());
    }
}

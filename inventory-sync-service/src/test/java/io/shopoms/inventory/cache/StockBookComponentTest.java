package io.shopoms.inventory.cache;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static io.shopoms.inventory.fixtures.StockTables.level;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.cache.Settlement.ItemResult;
import io.shopoms.inventory.cache.Settlement.LevelChange;
import io.shopoms.inventory.fixtures.Levels;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.shopify.OpenWrite;
import io.shopoms.inventory.shopify.WriteJournal;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class StockBookComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** SQLSTATE. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final LevelKey KEY = Levels.key(1, 9);
    private static final OdooId MUG = new OdooId(70);
    private static final StockSource WAREHOUSE = new StockSource(Kind.WAREHOUSE, new OdooId(1));
    private static final Instant NOW = Levels.NOON;

    @Inject
    StockTables tables;

    @Inject
    StockBook book;

    @Inject
    WriteJournal journal;

    @Inject
    DueItems due;

    @Inject
    AuditPartitions partitions;

    @Inject
    Stores stores;

    @BeforeEach
    void item1OfBothStoresIsTheMug() {
        tables.clear();
        tables.link(ACME, 1, MUG.value());
        tables.link(BETA, 1, MUG.value());
        tables.nothingIsDue();
    }

    @Test
    void aLevelIsReadBackAsItWasStored() {
        // Given
        StockNumber number = new StockNumber(
                List.of(new StockNumber.SourceStock(WAREHOUSE, new BigDecimal("7.5"), new BigDecimal("0.5"))),
                1,
                0,
                0,
                2,
                -1,
                0,
                0);
        Level level = Levels.kept(KEY, 5)
                .withRevision(0)
                .withUnexplained(List.of(new Difference(-2, NOW), new Difference(-1, NOW.plusSeconds(9))))
                .withNumber(Optional.of(number));

        // When
        settle(levels(new LevelChange(level, level)));

        // Then
        assertThat(load().levels()).isEqualTo(Map.of(KEY, level.withRevision(1)));
    }

    @Test
    void whoeverStartedFromAnOlderRevisionStoresNothing() {
        // Given
        Level level = stored(Levels.kept(KEY, 5));
        settle(levels(new LevelChange(level, level.withKept(false))));

        // When
        assertThatThrownBy(() -> settle(levels(new LevelChange(level, level.withShown(3)))))
                .isInstanceOf(SyncFailureException.class)
                .hasMessageContaining("another worker");

        // Then
        assertThat(load().levels().get(KEY).shown()).isZero();
        assertThat(load().levels().get(KEY).kept()).isFalse();
    }

    @Test
    void aDoubtThatCameMeanwhileIsNotTakenForSettled() {
        // Given
        stored(Levels.kept(KEY, 5));
        tables.receive(ACME, level(1, 9, 4, NOW));
        Level doubtful = load().levels().get(KEY);
        tables.receive(ACME, level(1, 9, 3, NOW.plusSeconds(1)));

        // When
        settle(levels(new LevelChange(doubtful, doubtful.withDoubts(0))));

        // Then
        assertThat(doubtful.doubts()).isEqualTo(1);
        assertThat(load().levels().get(KEY).doubts()).isEqualTo(1);
    }

    @Test
    void unitsHeldBackAreSeenByTheOtherStoreAndMakeItsItemDue() {
        // Given
        tables.execute("insert into location (store, location_id, name, active, known) values ('" + ACME
                + "', 9, 'Shop', true, true)");
        tables.execute("insert into location_source (store, location_id, kind, odoo_id, share) values ('" + ACME
                + "', 9, 'WAREHOUSE', 1, 1)");
        Level level = stored(Levels.kept(KEY, 5));

        // When
        settle(new Settlement(
                List.of(new LevelChange(level, level.withUnexplained(List.of(new Difference(-2, NOW))))),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(result(Optional.empty())),
                Set.of(MUG)));

        // Then
        StockSnapshot other =
                book.load(store(BETA.value()), List.of(KEY.item())).await().atMost(LIMIT);
        assertThat(other.others().get(MUG))
                .containsExactly(new StockSnapshot.OtherLevel(ACME, KEY, Set.of(WAREHOUSE), 2));
        assertThat(load().others()).isEmpty();
        assertThat(tables.due()).containsExactly(item(BETA, 1));
    }

    @Test
    void anOpenWriteIsFoundWithItsLinesAndClosedOnce() {
        // Given
        OpenWrite write = new OpenWrite(
                UUID.randomUUID(),
                List.of(
                        new LevelWrite(KEY, 7, 5, ChangeCause.ODOO),
                        new LevelWrite(Levels.key(2, 9), 3, 1, ChangeCause.SETTING)),
                NOW);
        journal.open(ACME, write).await().atMost(LIMIT);

        // When
        List<OpenWrite> open = journal.openOf(ACME, List.of(KEY.item())).await().atMost(LIMIT);
        settle(closing(write.key()));

        // Then
        assertThat(open).containsExactly(write);
        assertThat(journal.openOf(ACME, List.of(KEY.item())).await().atMost(LIMIT))
                .isEmpty();
        assertThatThrownBy(() -> settle(closing(write.key()))).hasMessageContaining("another worker");
    }

    @Test
    void anAdoptionIsOpenUntilOdooHasItAndEndsTheDrift() {
        // Given
        Drift drift = new Drift(UUID.randomUUID(), KEY, 5, 3, NOW, Decision.ADOPT);
        Adoption adoption = new Adoption(drift.id(), KEY, MUG, WAREHOUSE, -2, false, false);

        // When
        settle(drifts(List.of(drift), List.of(adoption), Set.of()));
        List<Adoption> open = load().adoptions();
        settle(drifts(List.of(), List.of(), Set.of(drift.id())));

        // Then
        assertThat(open).containsExactly(adoption);
        assertThat(load().adoptions()).isEmpty();
        assertThat(tables.text("select outcome from inventory_drift")).contains("adjusted by the difference");
    }

    @Test
    void whatIsOpenAboutALevelEndsWhenNobodyAnswersForItAnyMore() {
        // Given
        Level kept = stored(Levels.kept(KEY, 8).withShown(3));
        Drift shown = new Drift(UUID.randomUUID(), KEY, 5, 8, NOW, Decision.SHOW);
        Drift taken = new Drift(UUID.randomUUID(), KEY, 5, 3, NOW, Decision.ADOPT);
        Adoption adoption = new Adoption(taken.id(), KEY, MUG, WAREHOUSE, -2, false, false);
        settle(drifts(List.of(shown, taken), List.of(adoption), Set.of()));
        // A person has taken the shown difference back meanwhile.
        tables.execute("update inventory_level set shown = 0 where store = '" + ACME + "'");

        // When
        settle(levels(new LevelChange(kept, kept.withKept(false).withShown(0))));

        // Then
        assertThat(load().adoptions()).isEmpty();
        assertThat(load().levels().get(KEY).shown()).isZero();
        assertThat(tables.texts("select outcome from inventory_drift where resolved_at is not null"))
                .containsExactly("its stock there is no longer written", "its stock there is no longer written");
    }

    @Test
    void whatAPersonHasCorrectedIsWithdrawn() {
        // Given
        Drift drift = new Drift(UUID.randomUUID(), KEY, 5, 3, NOW, Decision.ADOPT);
        settle(drifts(
                List.of(drift), List.of(new Adoption(drift.id(), KEY, MUG, WAREHOUSE, -2, false, false)), Set.of()));

        // When
        tables.execute("update inventory_drift set decision = 'CORRECT'");

        // Then
        assertThat(load().adoptions()).singleElement().matches(Adoption::withdrawn);
    }

    @Test
    void linesOfTheLogAreStoredInTheirOrderAndTheLinkSaysWhatFailed() {
        // Given
        List<AuditLine> lines = List.of(line(5, 4, ChangeCause.ORDER), line(4, 9, ChangeCause.ODOO));

        // When
        settle(new Settlement(
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                lines,
                List.of(result(Optional.of(new MissingDependency("no such product", "make it")))),
                Set.of()));

        // Then
        assertThat(tables.texts("select before || '>' || after || ' ' || cause || ' ' || sku from inventory_sync_log"
                        + " where before is not null order by id"))
                .containsExactly("5>4 ORDER SKU-1", "4>9 ODOO SKU-1");
        assertThat(tables.text("select failure_message from product_inventory where store = '" + ACME + "'"))
                .isEqualTo("no such product");
    }

    @Test
    void anItemWhoseTimeHasComeIsDueOnce() {
        // Given
        tables.execute("update product_inventory set look_again_at = now() - interval '1 second' where store = '" + ACME
                + "'");

        // When
        int first = due.raiseComeOfAge(ACME, 10).await().atMost(LIMIT);
        int second = due.raiseComeOfAge(ACME, 10).await().atMost(LIMIT);

        // Then
        assertThat(List.of(first, second)).containsExactly(1, 0);
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void theLogHasAPartitionForEachMonthAndLosesOldOnesWhole() {
        // Given
        tables.execute("insert into inventory_sync_log (at, store, sku, source, cause) values"
                + " (now(), 'a', 'CURRENT', 'SHOPIFY', 'ORDER'), ('2019-05-03Z', 'a', 'ANCIENT', 'SHOPIFY', 'ORDER')");
        tables.execute("create table if not exists inventory_sync_log_2020_01 partition of inventory_sync_log"
                + " for values from ('2020-01-01Z') to ('2020-02-01Z')");

        List<String> months = AuditMonth.from(Instant.now(), 2).stream()
                .map(AuditMonth::table)
                .toList();

        // When
        keepPartitions();
        keepPartitions();

        // Then
        assertThat(tables.texts("select relname from pg_inherits join pg_class c on c.oid = inhrelid"
                        + " where inhparent = 'inventory_sync_log'::regclass"))
                .contains("inventory_sync_log_default")
                .containsAll(months)
                .doesNotContain("inventory_sync_log_2020_01");
        assertThat(tables.texts("select sku from inventory_sync_log where sku in ('CURRENT', 'ANCIENT')"))
                .containsExactly("CURRENT");
        assertThat(tables.texts("select 1 from inventory_sync_log_default")).isEmpty();
    }

    @Test
    void deletedItemsGoWithTheirRowsOnceTheyAreOldAndNothingIsToBeDoneForThem() {
        // Given: of three that are long gone one is due, and one is gone since today
        for (long item = 2; item <= 5; item++) {
            tables.link(ACME, item, MUG.value());
        }
        tables.execute("update shopify_inventory_cache set status = case when record_id = 4 then 'PENDING'"
                + " when record_id = 3 then 'FAILED' else 'PROCESSED' end");
        tables.execute("update product_inventory set deleted_at = now() - interval '401 days'"
                + " where inventory_item_id in (2, 3, 4)");
        tables.execute("update product_inventory set deleted_at = now() where inventory_item_id = 5");

        // When
        keepPartitions();

        // Then
        assertThat(tables.texts("select store || record_id from shopify_inventory_cache order by 1"))
                .containsExactly(ACME + "1", ACME + "4", ACME + "5", BETA + "1");
        assertThat(tables.texts("select store || inventory_item_id from product_inventory order by 1"))
                .containsExactly(ACME + "1", ACME + "4", ACME + "5", BETA + "1");

        // When: it was looked at
        tables.nothingIsDue();
        keepPartitions();

        // Then
        assertThat(tables.texts("select store || record_id from shopify_inventory_cache order by 1"))
                .containsExactly(ACME + "1", ACME + "5", BETA + "1");
    }

    @Test
    void onlyWhatHasANumberIsInStep() {
        // When: nothing was wrong with it, and nothing was computed
        settle(new Settlement(
                List.of(),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                List.of(new ItemResult(
                        KEY.item(), Optional.empty(), Optional.empty(), Optional.empty(), NOW, Optional.empty())),
                Set.of()));

        // Then
        assertThat(tables.texts("select (last_synced_at is null)::text from product_inventory where store = '" + ACME
                        + "' and inventory_item_id = " + KEY.item()))
                .containsExactly("true");
    }

    /** Who would wait too long for a table steps back, and comes again: so does this. */
    private void keepPartitions() {
        partitions
                .keep()
                .onFailure(StockBookComponentTest::steppedBack)
                .retry()
                .indefinitely()
                .await()
                .atMost(LIMIT);
    }

    private static boolean steppedBack(Throwable failure) {
        return failure instanceof PgException refused && LOCK_NOT_AVAILABLE.equals(refused.getSqlState());
    }

    private static AuditLine line(long before, long after, ChangeCause cause) {
        return new AuditLine(KEY, AuditLine.Source.SHOPIFY, cause, before, after, 0, NOW, UUID.randomUUID());
    }

    private static ItemResult result(Optional<SyncFailure> failure) {
        return new ItemResult(KEY.item(), Optional.of(1L), Optional.of(5L), failure, NOW, Optional.empty());
    }

    private static Settlement levels(LevelChange change) {
        return new Settlement(
                List.of(change), Map.of(), Set.of(), List.of(), List.of(), Set.of(), List.of(), List.of(), Set.of());
    }

    private static Settlement closing(UUID write) {
        return new Settlement(
                List.of(), Map.of(), Set.of(write), List.of(), List.of(), Set.of(), List.of(), List.of(), Set.of());
    }

    private static Settlement drifts(List<Drift> drifts, List<Adoption> adoptions, Set<UUID> adopted) {
        return new Settlement(
                List.of(), Map.of(), Set.of(), drifts, adoptions, adopted, List.of(), List.of(), Set.of());
    }

    private Level stored(Level level) {
        settle(levels(new LevelChange(level.withRevision(0), level)));
        return load().levels().get(KEY);
    }

    private StockSnapshot load() {
        return book.load(store(ACME.value()), List.of(KEY.item())).await().atMost(LIMIT);
    }

    private void settle(Settlement settlement) {
        book.settle(store(ACME.value()), settlement).await().atMost(LIMIT);
    }

    private Store store(String domain) {
        return stores.all().stream()
                .filter(store -> store.shop().value().equals(domain))
                .findFirst()
                .orElseThrow();
    }
}

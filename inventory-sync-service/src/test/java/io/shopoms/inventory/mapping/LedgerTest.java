package io.shopoms.inventory.mapping;

import static io.shopoms.inventory.fixtures.Levels.NOON;
import static io.shopoms.inventory.fixtures.Levels.kept;
import static io.shopoms.inventory.fixtures.Levels.key;
import static io.shopoms.inventory.fixtures.Levels.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.shopoms.inventory.mapping.Ledger.Reading;
import io.shopoms.inventory.mapping.Ledger.Write;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Difference;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final LevelKey KEY = key(11, 1);
    private static final UUID RUN = UUID.randomUUID();
    private static final UUID WRITE = UUID.randomUUID();

    private final Ledger ledger = new Ledger(NOON, RUN);

    @Test
    void theFirstReadingIsTakenAsItIs() {
        Booked booked = ledger.read(Ledger.unknown(KEY), new Reading(true, 8, NOON));

        assertThat(booked.level().available()).isEqualTo(8);
        assertThat(booked.level().unexplained()).isEmpty();
        assertThat(booked.level().kept()).isTrue();
        assertThat(booked.lines())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after, AuditLine::correlation)
                .containsExactly(tuple(ChangeCause.FIRST_SYNC, 0L, 8L, RUN));
    }

    @Test
    void aReadingThatDiffersIsUnexplainedAndEndsDoubts() {
        Booked booked = ledger.read(kept(KEY, 10).withDoubts(3), new Reading(true, 8, NOON));

        assertThat(booked.level().isDoubtful()).isFalse();
        assertThat(booked.level().unexplained()).containsExactly(new Difference(-2, NOON));
        assertThat(booked.level().held()).isEqualTo(2);
        assertThat(booked.lines())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after)
                .containsExactly(tuple(ChangeCause.UNEXPLAINED, 10L, 8L));
    }

    @Test
    void whereAnItemWasNotStockedItsFirstStockIsTakenAsItIs() {
        // Given
        Level never =
                ledger.read(Ledger.unknown(KEY), new Reading(false, 0, NOON)).level();

        // When: Shopify kept what it once had there
        Booked stocked = ledger.read(never.withRevision(1), new Reading(true, 4, NOON));

        // Then
        assertThat(never.presence()).isEqualTo(Presence.NEVER);
        assertThat(stocked.level().presence()).isEqualTo(Presence.STOCKED);
        assertThat(stocked.level().unexplained()).isEmpty();
    }

    @Test
    void aLevelThatWasTakenAwayHoldsNothing() {
        Booked booked =
                ledger.read(with(kept(KEY, 10), new Difference(-2, NOON.minusSeconds(9))), new Reading(false, 0, NOON));

        assertThat(booked.level().presence()).isEqualTo(Presence.REMOVED);
        assertThat(booked.level().held()).isZero();
        assertThat(booked.level().kept()).isFalse();
        assertThat(booked.lines())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after, AuditLine::explains)
                .containsExactly(tuple(ChangeCause.SETTING, 10L, 10L, -2L), tuple(ChangeCause.DRIFT, 10L, 0L, 0L));
    }

    @Test
    void ourOwnWriteKeepsWhatIsUnexplained() {
        // Given: two are gone, and the number was computed with that
        Level level = with(kept(KEY, 8), new Difference(-2, NOON.minusSeconds(9)));

        // When
        Booked booked = ledger.written(level, write(8, 3));

        // Then
        assertThat(booked.level().available()).isEqualTo(3);
        assertThat(booked.level().held()).isEqualTo(2);
        assertThat(booked.lines())
                .extracting(AuditLine::source, AuditLine::before, AuditLine::after, AuditLine::correlation)
                .containsExactly(tuple(AuditLine.Source.SHOPOMS, 8L, 3L, WRITE));
    }

    @Test
    void aWriteWhoseReadingWasNotStoredTellsWhatWasThereBefore() {
        // Given: stored is 10; the process died after it had read 8 and written 3
        Booked booked = ledger.written(kept(KEY, 10), write(8, 3));

        assertThat(booked.level().unexplained()).containsExactly(new Difference(-2, NOON));
        assertThat(booked.lines())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after)
                .containsExactly(tuple(ChangeCause.UNEXPLAINED, 10L, 8L), tuple(ChangeCause.ODOO, 8L, 3L));
    }

    @Test
    void correctedDriftIsNoLongerPartOfTheNumber() {
        Level level = with(kept(KEY, 15), new Difference(5, NOON.minusSeconds(200)));

        Booked booked = ledger.decided(level, drift(10, 15, Decision.CORRECT));

        assertThat(booked.level().unexplained()).isEmpty();
        assertThat(booked.level().shown()).isZero();
        assertThat(booked.level().available()).isEqualTo(15);
        assertThat(booked.lines())
                .extracting(AuditLine::cause, AuditLine::explains)
                .containsExactly(tuple(ChangeCause.DRIFT, 5L));
    }

    @Test
    void shownDriftStaysInTheNumber() {
        Level level = with(kept(KEY, 7), new Difference(-3, NOON.minusSeconds(200)), new Difference(-1, NOON));

        Booked booked = ledger.decided(level, drift(11, 8, Decision.SHOW));

        assertThat(booked.level().shown()).isEqualTo(-3);
        assertThat(booked.level().unexplained()).containsExactly(new Difference(-1, NOON));
    }

    @Test
    void adoptedDriftIsUnexplainedUntilOdooHasIt() {
        Level level = with(kept(KEY, 7), new Difference(-3, NOON.minusSeconds(200)));

        Level decided = ledger.decided(level, drift(10, 7, Decision.ADOPT)).level();
        Booked adopted = ledger.adopted(decided, adoption(-3, false));

        assertThat(decided).isEqualTo(level);
        assertThat(adopted.level().unexplained()).isEmpty();
        assertThat(adopted.lines()).extracting(AuditLine::explains).containsExactly(-3L);
    }

    @Test
    void whatAnOrderExplainedWhileItWasAdoptedComesBackTheOtherWay() {
        // Given: the order of two of the three came after Odoo had been adjusted by three
        Level level = with(kept(KEY, 7), new Difference(-1, NOON.minusSeconds(200)));

        Booked adopted = ledger.adopted(level, adoption(-3, false));

        assertThat(adopted.level().unexplained()).containsExactly(new Difference(2, NOON));
    }

    @Test
    void shownDriftThatIsAdoptedLeavesTheNumberToOdoo() {
        Booked adopted = ledger.adopted(kept(KEY, 7).withShown(-3), adoption(-3, true));

        assertThat(adopted.level().shown()).isZero();
        assertThat(adopted.lines()).isEmpty();
    }

    @Test
    void aDoubtThatArisesNowIsCountedOnTop() {
        assertThat(Ledger.doubted(kept(KEY, 7).withDoubts(1)).doubts()).isEqualTo(2);
    }

    private static Write write(long from, long quantity) {
        return new Write(from, quantity, NOON, ChangeCause.ODOO, Optional.empty(), WRITE);
    }

    private static Drift drift(long before, long after, Decision decision) {
        return new Drift(UUID.randomUUID(), KEY, before, after, NOON.minusSeconds(200), decision);
    }

    private static Adoption adoption(long units, boolean shown) {
        return new Adoption(
                UUID.randomUUID(),
                KEY,
                new OdooId(7),
                new StockSource(Kind.WAREHOUSE, new OdooId(1)),
                units,
                shown,
                false);
    }
}

package io.shopoms.inventory;

import static io.shopoms.inventory.fixtures.Levels.key;
import static io.shopoms.inventory.fixtures.StockWorld.ACME;
import static io.shopoms.inventory.fixtures.StockWorld.ANNEX;
import static io.shopoms.inventory.fixtures.StockWorld.BETA;
import static io.shopoms.inventory.fixtures.StockWorld.WH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.shopoms.inventory.fixtures.KeptShopify.Fate;
import io.shopoms.inventory.fixtures.StockWorld;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.stock.Adoption;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.Drift;
import io.shopoms.inventory.stock.Drift.Decision;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InventoryProcessorTest {

    private static final LevelKey CUP = key(11, 1);
    private static final LevelKey CUP_IN_BETA = key(21, 5);

    private final StockWorld world = new StockWorld();
    private final StockProcessors processors = new StockProcessors(world);

    @BeforeEach
    void aCupOfOneStoreInOneWarehouse() {
        world.location(ACME, 1, WH).link(ACME, 11, 7).product(7, "10").shopify.stocks(CUP, 4);
    }

    @Test
    void theFirstLookWritesWhatOdooHas() {
        // When
        Outcome outcome = acme(11);

        // Then
        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(outcome).isEqualTo(new Processed(11, "Location 1: 4 → 10"));
        assertThat(history())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after)
                .containsExactly(tuple(ChangeCause.FIRST_SYNC, 0L, 4L), tuple(ChangeCause.FIRST_SYNC, 4L, 10L));
        assertThat(world.book.journal.open()).isEmpty();
    }

    @Test
    void whatDidNotChangeCostsOneCallToOdooAndNothingElse() {
        // Given
        acme(11);
        world.calls.clear();
        world.shopify.read.clear();
        world.shopify.written.clear();

        // When
        Outcome outcome = acme(11);

        // Then
        assertThat(outcome).isEqualTo(new Processed(11, "nothing to change"));
        assertThat(world.calls).containsExactly("free 1");
        assertThat(world.shopify.read).isEmpty();
        assertThat(world.shopify.written).isEmpty();
    }

    @Test
    void aReceiptInOdooShowsInShopify() {
        acme(11);
        world.receive(7, WH, 5);

        acme(11);

        assertThat(world.shows(CUP)).isEqualTo(15);
        assertThat(last().cause()).isEqualTo(ChangeCause.ODOO);
    }

    @Test
    void anOrderOfShopifyIsNeitherWrittenNorTakenForDrift() {
        // Given
        acme(11);
        world.shopify.written.clear();

        // When: Shopify counts it at once, we hear of the level, of the order, and then Odoo has it
        world.shopify.change(CUP, -2);
        world.doubt(ACME, 11);
        acme(11);
        world.stored(ACME, 11, 2);
        acme(11);
        world.settled(ACME, 11, 2);
        acme(11);
        world.clock.pass(Duration.ofHours(1));
        acme(11);

        // Then
        assertThat(world.shows(CUP)).isEqualTo(8);
        assertThat(world.shopify.written).isEmpty();
        assertThat(world.book.drifts).isEmpty();
        assertThat(history())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after, AuditLine::explains)
                .endsWith(tuple(ChangeCause.UNEXPLAINED, 10L, 8L, 0L), tuple(ChangeCause.ORDER, 8L, 8L, -2L));
    }

    @Test
    void anOrderThatIsHeardOfWithItsUnitsIsOneLine() {
        acme(11);
        world.shopify.change(CUP, -2);
        world.stored(ACME, 11, 2);

        acme(11);

        assertThat(last())
                .extracting(AuditLine::cause, AuditLine::before, AuditLine::after, AuditLine::explains)
                .containsExactly(ChangeCause.ORDER, 10L, 8L, 0L);
    }

    @Test
    void theOtherStoreIsLoweredByWhatVanishedHereAndRaisedOnceItIsDrift() {
        // Given
        beta();
        acme(11);
        beta(21);
        world.shopify.change(CUP, -3);
        world.doubt(ACME, 11);

        // When
        acme(11);

        // Then: beta must be looked at, and may not sell what may be sold
        assertThat(world.book.due).containsExactly(new ItemKey(BETA.shop(), new ShopifyId(21)));
        beta(21);
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(7);
        assertThat(world.shows(CUP)).isEqualTo(7);

        // And then
        world.book.due.clear();
        world.clock.pass(Duration.ofMinutes(2));
        acme(11);
        assertThat(world.book.due).hasSize(1);
        beta(21);
        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(10);
    }

    @Test
    void aDifferenceComesUpAgainWhenItIsOfAge() {
        acme(11);
        world.shopify.change(CUP, 5);
        world.doubt(ACME, 11);

        acme(11);

        assertThat(world.shows(CUP)).isEqualTo(15);
        assertThat(lookAgainAt()).contains(world.clock.instant().plus(world.grace));
    }

    @Test
    void driftIsCorrected() {
        driftOf(5);

        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(world.book.drifts)
                .extracting(Drift::before, Drift::after, Drift::decision)
                .containsExactly(tuple(10L, 15L, Decision.CORRECT));
        assertThat(last().cause()).isEqualTo(ChangeCause.DRIFT);
    }

    @Test
    void whatMayBeAnOrderThatNobodyToldUsOfIsNotOfferedAgain() {
        // Given: the order service is down
        world.ordersMissing = true;
        driftOf(-3);
        assertThat(world.shows(CUP)).isEqualTo(7);
        assertThat(world.book.drifts).isEmpty();
        assertThat(lookAgainAt()).contains(world.clock.instant().plusSeconds(10));

        // When
        world.ordersMissing = false;
        acme(11);

        // Then
        assertThat(world.shows(CUP)).isEqualTo(10);
    }

    @Test
    void anOrderThatIsToldWhileItIsAskedForExplainsWhatIsMissing() {
        // Given
        world.whileOrdersAreAskedFor = () -> {
            world.whileOrdersAreAskedFor = () -> {};
            world.stored(ACME, 11, 3);
        };

        // When
        driftOf(-3);

        // Then
        assertThat(world.shows(CUP)).isEqualTo(7);
        assertThat(world.book.drifts).isEmpty();
    }

    @Test
    void whatIsTooMuchIsCorrectedWhateverOrdersAreMissing() {
        world.ordersMissing = true;

        driftOf(5);

        assertThat(world.shows(CUP)).isEqualTo(10);
    }

    @Test
    void anOrderThatNeverComesIsNotWaitedForLongerThanADay() {
        world.ordersMissing = true;
        driftOf(-3);
        world.clock.pass(Duration.ofHours(24));

        acme(11);

        assertThat(world.shows(CUP)).isEqualTo(10);
    }

    @Test
    void driftIsAdoptedOnceAlthoughTheProcessDiesAfterOdooWasAdjusted() {
        // Given: the first settlement holds the decision, the second what Odoo did
        world.drift = Decision.ADOPT;
        acme(11);
        world.shopify.change(CUP, -3);
        world.doubt(ACME, 11);
        acme(11);
        world.clock.pass(world.grace);
        world.book.lives = 1;
        assertThatThrownBy(() -> acme(11)).hasMessageContaining("died");
        world.book.lives = Integer.MAX_VALUE;

        // When
        acme(11);

        // Then
        assertThat(free(7)).isEqualByComparingTo("7");
        assertThat(world.shows(CUP)).isEqualTo(7);
        assertThat(world.marks).hasSize(1);
        assertThat(world.book.adoptions.get(ACME.shop())).isEmpty();
        assertThat(world.level(ACME, CUP).unexplained()).isEmpty();
    }

    @Test
    void driftThatOdooDoesNotTakeOverIsNamedAndLessInOdooIsWrittenAllTheSame() {
        // Given
        world.drift = Decision.ADOPT;
        world.adjustmentRefused = Optional.of(new RejectedByTarget("counted by lots", "count it by hand"));
        driftOf(-3);
        world.receive(7, WH, -2);

        // When
        Outcome outcome = acme(11);

        // Then
        assertThat(failure(outcome).message()).isEqualTo("counted by lots");
        assertThat(world.shows(CUP)).isEqualTo(5);
        assertThat(lookAgainAt()).isEmpty();

        // And once it does
        world.adjustmentRefused = Optional.empty();
        assertThat(acme(11)).isInstanceOf(Processed.class);
        assertThat(free(7)).isEqualByComparingTo("5");
        assertThat(world.shows(CUP)).isEqualTo(5);
    }

    @Test
    void whatAPersonWithdrawsIsNotTakenOverAndShopifyIsSetToOdoosNumber() {
        // Given
        world.drift = Decision.ADOPT;
        world.adjustmentRefused = Optional.of(new RejectedByTarget("counted by lots", "correct it"));
        driftOf(3);
        List<Adoption> open = world.book.adoptions.get(ACME.shop());
        Adoption refused = open.get(0);
        open.set(
                0,
                new Adoption(
                        refused.drift(),
                        refused.key(),
                        refused.product(),
                        refused.source(),
                        refused.units(),
                        false,
                        true));
        world.calls.clear();

        // When
        Outcome outcome = acme(11);

        // Then
        assertThat(outcome).isInstanceOf(Processed.class);
        assertThat(world.calls).doesNotContain("adjust 3");
        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(world.book.adoptions.get(ACME.shop())).isEmpty();
        assertThat(world.level(ACME, CUP).unexplained()).isEmpty();
        chained();
    }

    @Test
    void whatOdooWasToTakeOverOfALevelEndsWhenNobodyAnswersForTheLevelAnyMore() {
        // Given
        world.drift = Decision.ADOPT;
        world.location(ACME, 2, ANNEX).shopify.stocks(key(11, 2), 0);
        world.adjustmentRefused = Optional.of(new TransientFailure("Odoo is away"));
        driftOf(3);
        world.adjustmentRefused = Optional.empty();
        world.calls.clear();
        StockLocation first = world.book.locations.get(ACME.shop()).get(0);
        world.location(ACME, new StockLocation(first.id(), first.name(), false, first.sources(), OptionalLong.empty()));

        // When
        acme(11);
        world.location(ACME, first);
        acme(11);
        world.clock.pass(world.grace);
        acme(11);

        // Then
        assertThat(world.calls).noneMatch(call -> call.startsWith("adjust"));
        assertThat(world.book.adoptions.get(ACME.shop())).isEmpty();
        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(world.level(ACME, CUP).unexplained()).isEmpty();
    }

    @Test
    void anItemOfWhichShopifyAnswersOddlyWaitsAloneAndKeepsWhatIsKnown() {
        // Given
        world.link(ACME, 12, 7).shopify.stocks(key(12, 1), 2);
        world.drift = Decision.SHOW;
        driftOf(-4);
        world.shopify.odd.add(new ShopifyId(11));
        world.doubt(ACME, 11);
        int shown = (int) world.shows(CUP);

        // When
        List<Outcome> outcomes = processors.run(ACME, 11, 12);

        // Then
        assertThat(failure(outcomes.stream()
                        .filter(outcome -> outcome.recordId() == 11)
                        .findFirst()
                        .orElseThrow()))
                .isInstanceOf(TransientFailure.class);
        assertThat(world.shows(CUP)).isEqualTo(shown);
        assertThat(world.level(ACME, CUP).shown()).isEqualTo(-4);
        assertThat(world.shows(key(12, 1))).isEqualTo(10);
    }

    @Test
    void aStockLocationMayLieInTheWarehouseOfTheOtherStore() {
        // Given
        StockSource shelf = new StockSource(Kind.LOCATION, new OdooId(31));
        world.location(BETA, 5, shelf).link(BETA, 21, 7).shopify.stocks(CUP_IN_BETA, 10);
        world.product(new ProductStock(
                new OdooId(7), true, true, "Units", true, Map.of(WH, BigDecimal.TEN, shelf, BigDecimal.TEN)));
        acme(11);
        beta(21);
        world.shopify.change(CUP, -3);
        world.doubt(ACME, 11);

        // When
        acme(11);
        beta(21);

        // Then
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(7);
    }

    @Test
    void driftThatIsShownStays() {
        world.drift = Decision.SHOW;
        driftOf(-4);
        world.receive(7, WH, 1);

        acme(11);

        assertThat(world.shows(CUP)).isEqualTo(7);
        assertThat(world.level(ACME, CUP).shown()).isEqualTo(-4);
    }

    @Test
    void aStaleWriteIsReadAgainAndComputedAgainInTheSameRun() {
        // Given: somebody buys two between our look and our write
        acme(11);
        world.receive(7, WH, -5);
        world.shopify.meanwhile = once(() -> world.shopify.change(CUP, -2));

        // When
        Outcome outcome = acme(11);

        // Then: 5 free, and two more are gone
        assertThat(outcome).isInstanceOf(Processed.class);
        assertThat(world.shows(CUP)).isEqualTo(3);
        assertThat(world.level(ACME, CUP).held()).isEqualTo(2);
    }

    @Test
    void aLevelThatChangesWithoutEndWaits() {
        acme(11);
        world.receive(7, WH, -5);
        world.shopify.meanwhile = () -> world.shopify.change(CUP, 1);

        Outcome outcome = acme(11);

        assertThat(failure(outcome)).isInstanceOf(TransientFailure.class);
        assertThat(world.book.journal.open()).isEmpty();
    }

    @Test
    void aLostAnswerIsNeitherWrittenTwiceNorTakenForDrift() {
        // Given
        acme(11);
        world.shopify.written.clear();
        world.receive(7, WH, -4);
        world.shopify.fate = Fate.ANSWER_LOST;
        assertThat(failure(acme(11))).isInstanceOf(TransientFailure.class);
        // The next number is known already, and someone buys one.
        world.receive(7, WH, -1);
        world.shopify.change(CUP, -1);

        // When
        acme(11);
        world.doubt(ACME, 11);
        acme(11);

        // Then
        assertThat(world.shopify.written).extracting(LevelWrite::quantity).containsExactly(6L, 4L);
        assertThat(world.level(ACME, CUP).held()).isEqualTo(1);
        assertThat(world.book.journal.open()).isEmpty();
        chained();
    }

    @Test
    void whatWasThrottledIsNotWrittenAnyMoreOnceANewerNumberIsKnown() {
        // Given
        acme(11);
        world.shopify.written.clear();
        world.receive(7, WH, -4);
        world.shopify.fate = Fate.THROTTLED;
        assertThat(failure(acme(11))).isInstanceOf(TransientFailure.class);
        world.receive(7, WH, -1);

        // When
        acme(11);

        // Then
        assertThat(world.shopify.written).extracting(LevelWrite::quantity).containsExactly(5L);
        chained();
    }

    @Test
    void aProcessThatDiesAroundAWriteLosesAndDoublesNothing() {
        for (Fate fate : List.of(Fate.DIED, Fate.CARRIED_OUT_AND_DIED)) {
            // Given
            acme(11);
            world.receive(7, WH, 2);
            world.shopify.change(CUP, -1);
            world.doubt(ACME, 11);
            world.shopify.fate = fate;
            long before = free(7).longValueExact();
            assertThatThrownBy(() -> acme(11)).hasMessageContaining("died");

            // When
            acme(11);

            // Then
            assertThat(world.shows(CUP))
                    .isEqualTo(before - world.level(ACME, CUP).held());
            assertThat(world.book.journal.open()).isEmpty();
            chained();
        }
    }

    @Test
    void oneBadItemIn250IsNamedAndTheOthersAreWritten() {
        // Given
        LongStream.range(100, 350)
                .forEach(item ->
                        world.link(ACME, item, item).product(item, "3").shopify.stocks(key(item, 1), 0));
        world.shopify.refused.add(new ShopifyId(200));

        // When
        List<Outcome> outcomes = processors.run(ACME, LongStream.range(100, 350).toArray());

        // Then
        assertThat(outcomes).hasSize(250);
        assertThat(outcomes)
                .filteredOn(Failed.class::isInstance)
                .extracting(Outcome::recordId)
                .containsExactly(200L);
        assertThat(world.shopify.written).hasSize(249);
    }

    @Test
    void whatHasNoNumberIsNamedAndKeepsWhatItShows() {
        // Given
        world.link(ACME, 12, 70).shopify.stocks(key(12, 1), 5);
        world.link(ACME, 13, 71)
                .product(new ProductStock(new OdooId(71), false, true, "Units", true, Map.of(WH, BigDecimal.ONE)))
                .shopify
                .stocks(key(13, 1), 5);
        world.link(ACME, 14, 72)
                .product(new ProductStock(new OdooId(72), true, true, "kg", false, Map.of(WH, new BigDecimal("2.5"))))
                .shopify
                .stocks(key(14, 1), 5);
        world.link(ACME, 15, 7).shopify.stocks(key(15, 1), 5).untracked.add(new ShopifyId(15));
        world.link(ACME, 16, 7);
        world.link(ACME, 17, 73).product(73, "1E+20").shopify.stocks(key(17, 1), 5);

        // When
        List<Outcome> outcomes = processors.run(ACME, 12, 13, 14, 15, 16, 17);

        // Then
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(failure(outcome).remedy()).isNotBlank();
        });
        assertThat(outcomes)
                .extracting(outcome -> failure(outcome).message())
                .allMatch(message -> message.contains("SKU-") || message.contains("product 73"));
        assertThat(world.shopify.written).isEmpty();
        LongStream.of(12, 13, 14, 15, 17)
                .forEach(item -> assertThat(world.shows(key(item, 1))).isEqualTo(5));
    }

    @Test
    void anEmptyAnswerOfOdooIsNotZero() {
        acme(11);
        world.products.clear();

        Outcome outcome = acme(11);

        assertThat(failure(outcome)).isInstanceOf(MissingDependency.class);
        assertThat(world.shows(CUP)).isEqualTo(10);
    }

    @Test
    void aDisabledItemIsNotTouchedAndIsTakenAsItIsOnceItIsEnabledAgain() {
        // Given
        acme(11);
        StockLink link = world.book.links.get(new ItemKey(ACME.shop(), new ShopifyId(11)));
        world.link(enabled(link, false));
        acme(11);
        world.shopify.change(CUP, 30);

        // When
        world.link(enabled(link, true));
        acme(11);

        // Then: overwritten at once, nobody is asked who did it
        assertThat(world.shows(CUP)).isEqualTo(10);
        assertThat(world.book.drifts).isEmpty();
        chained();
    }

    @Test
    void aLocationThatIsDeactivatedIsNotWrittenToAndSaysSo() {
        // Given
        world.location(ACME, 2, ANNEX).shopify.stocks(key(11, 2), 3);
        acme(11);
        world.location(
                ACME,
                new StockLocation(
                        new ShopifyId(2),
                        "Annex",
                        false,
                        world.book.locations.get(ACME.shop()).get(1).sources(),
                        OptionalLong.empty()));
        world.receive(7, ANNEX, 9);
        world.receive(7, WH, 1);

        // When
        Outcome outcome = acme(11);

        // Then
        assertThat(((Processed) outcome).note())
                .isEqualTo("not written at Annex: inactive in Shopify; Location 1: 10 → 11");
        assertThat(world.shows(key(11, 2))).isZero();
    }

    @Test
    void withoutAnyMappedLocationTheItemWaits() {
        world.location(ACME, new StockLocation(new ShopifyId(1), "Main", true, List.of(), OptionalLong.empty()));

        assertThat(failure(acme(11)).remedy()).contains("Map");
        assertThat(world.shows(CUP)).isEqualTo(4);
    }

    @Test
    void anItemIsStockedAtANewLocationWithItsFirstUnits() {
        // Given: nothing in the annex
        world.location(ACME, 2, ANNEX);
        acme(11);
        assertThat(world.shopify.available).doesNotContainKey(key(11, 2));

        // When
        world.receive(7, ANNEX, 6);
        acme(11);

        // Then
        assertThat(world.shows(key(11, 2))).isEqualTo(6);
        assertThat(world.book.drifts).isEmpty();
    }

    @Test
    void whatAPersonTookAwayStaysAway() {
        acme(11);
        world.shopify.available.remove(CUP);
        world.doubt(ACME, 11);
        world.receive(7, WH, 1);

        Outcome outcome = acme(11);

        assertThat(((Processed) outcome).note()).contains("no longer stocked");
        assertThat(world.level(ACME, CUP).presence()).isEqualTo(Presence.REMOVED);
        assertThat(world.shopify.available).doesNotContainKey(CUP);
    }

    @Test
    void twoItemsOfOneProductBothShowItAndLowerEachOther() {
        // Given
        world.link(ACME, 12, 7).shopify.stocks(key(12, 1), 0);
        processors.run(ACME, 11, 12);
        assertThat(world.shows(key(12, 1))).isEqualTo(10);

        // When
        world.shopify.change(CUP, -4);
        world.doubt(ACME, 11);
        processors.run(ACME, 11, 12);

        // Then
        assertThat(world.shows(key(12, 1))).isEqualTo(6);
        assertThat(world.shows(CUP)).isEqualTo(6);
    }

    @Test
    void anItemThatIsNotLinkedIsLeftAlone() {
        world.book.links.clear();

        assertThat(((Processed) acme(11)).note()).contains("not linked");
        assertThat(world.calls).isEmpty();
        assertThat(world.shopify.read).isEmpty();
    }

    private void beta() {
        world.location(BETA, 5, WH).link(BETA, 21, 7).shopify.stocks(CUP_IN_BETA, 10);
    }

    private void driftOf(long units) {
        acme(11);
        world.shopify.change(CUP, units);
        world.doubt(ACME, 11);
        acme(11);
        world.clock.pass(world.grace);
        acme(11);
    }

    private Outcome acme(long item) {
        return processors.run(ACME, item).get(0);
    }

    private void beta(long item) {
        assertThat(processors.run(BETA, item)).allMatch(Processed.class::isInstance);
    }

    private Optional<Instant> lookAgainAt() {
        return world.book
                .results
                .get(new ItemKey(ACME.shop(), new ShopifyId(11)))
                .lookAgainAt();
    }

    private BigDecimal free(long product) {
        return world.products.get(new OdooId(product)).free().get(WH);
    }

    private List<AuditLine> history() {
        return world.book.audit.get(ACME.shop());
    }

    private AuditLine last() {
        return history().get(history().size() - 1);
    }

    /** Every line begins where the one before it ended, and the last ends at what is known. */
    private void chained() {
        long at = 0;
        for (AuditLine line : history()) {
            assertThat(line.before()).isEqualTo(at);
            at = line.after();
        }
        assertThat(at).isEqualTo(world.level(ACME, CUP).available());
    }

    private static StockLink enabled(StockLink link, boolean enabled) {
        return new StockLink(
                link.store(),
                link.item(),
                link.variant(),
                link.product(),
                link.sku(),
                enabled,
                Optional.empty(),
                OptionalLong.empty(),
                Measured.REFUSE);
    }

    private static Runnable once(Runnable action) {
        boolean[] done = new boolean[1];
        return () -> {
            if (!done[0]) {
                done[0] = true;
                action.run();
            }
        };
    }

    private static SyncFailure failure(Outcome outcome) {
        return ((Failed) outcome).failure();
    }
}

package io.shopoms.inventory;

import static io.shopoms.inventory.fixtures.Levels.key;
import static io.shopoms.inventory.fixtures.StockWorld.ACME;
import static io.shopoms.inventory.fixtures.StockWorld.BETA;
import static io.shopoms.inventory.fixtures.StockWorld.WH;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.inventory.fixtures.StockWorld;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stores go on selling while Odoo does not answer. */
class OdooAwayTest {

    private static final LevelKey CUP = key(11, 1);
    private static final LevelKey CUP_IN_BETA = key(21, 5);

    private final StockWorld world = new StockWorld();
    private final StockProcessors processors = new StockProcessors(world);

    @BeforeEach
    void twoStoresOfferTheSameCups() {
        world.location(ACME, 1, WH).link(ACME, 11, 7).product(7, "5").shopify.stocks(CUP, 0);
        world.location(BETA, 5, WH).link(BETA, 21, 7).shopify.stocks(CUP_IN_BETA, 0);
        processors.run(ACME, 11);
        processors.run(BETA, 21);
        world.odooAway = Optional.of(new TransientFailure("Odoo is away"));
    }

    @Test
    void whatOneStoreSellsTheOtherOffersNoMore() {
        // Given
        world.shopify.change(CUP, -4);
        world.stored(ACME, 11, 4);

        // When
        Outcome outcome = beta();

        // Then
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(1);
        assertThat(outcome).isInstanceOf(Processed.class);
        assertThat(((Processed) outcome).note()).contains("Odoo is away").contains("5 → 1");
        assertThat(last(BETA.shop()).cause()).isEqualTo(ChangeCause.ORDER);
    }

    @Test
    void whatVanishedAndNoOrderIsKnownOfIsHeldToo() {
        // Given
        world.shopify.change(CUP, -2);
        world.doubt(ACME, 11);
        processors.run(ACME, 11);

        // When
        beta();

        // Then
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(3);
    }

    @Test
    void whatIsLoweredIsLookedAtAgainUntilOdooAnswers() {
        // Given
        world.shopify.change(CUP, -4);
        world.stored(ACME, 11, 4);
        beta();
        assertThat(world.book
                        .results
                        .get(new ItemKey(BETA.shop(), CUP_IN_BETA.item()))
                        .lookAgainAt())
                .contains(world.clock.instant().plusSeconds(10));

        // When
        Outcome second = beta();
        world.odooAway = Optional.empty();
        world.settled(ACME, 11, 4);
        world.receive(7, WH, 3);
        Outcome third = beta();

        // Then
        assertThat(((Failed) second).failure()).isInstanceOf(TransientFailure.class);
        assertThat(third).isInstanceOf(Processed.class);
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(4);
    }

    @Test
    void nothingIsRaisedByWhatIsRemembered() {
        // Given: what kept it low is gone, and Odoo may have less by now
        world.odooAway = Optional.empty();
        world.stored(ACME, 11, 4);
        beta();
        world.book.pending.clear();
        world.odooAway = Optional.of(new Misconfigured("wrong key", "give another"));

        // When
        Outcome outcome = beta();

        // Then
        assertThat(world.shows(CUP_IN_BETA)).isEqualTo(1);
        assertThat(((Failed) outcome).failure()).isInstanceOf(Misconfigured.class);
    }

    @Test
    void anItemThatNeverHadANumberWaits() {
        // Given
        LevelKey plate = key(22, 5);
        world.link(BETA, 22, 8).product(8, "3").shopify.stocks(plate, 9);
        world.stored(BETA, 22, 1);

        // When
        List<Outcome> outcomes = processors.run(BETA, 22);

        // Then
        assertThat(outcomes).singleElement().isInstanceOf(Failed.class);
        assertThat(world.shows(plate)).isEqualTo(9);
    }

    private Outcome beta() {
        return processors.run(BETA, 21).get(0);
    }

    private AuditLine last(ShopDomain store) {
        List<AuditLine> lines = world.book.audit.get(store);
        return lines.get(lines.size() - 1);
    }
}

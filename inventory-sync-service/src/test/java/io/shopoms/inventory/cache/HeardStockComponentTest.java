package io.shopoms.inventory.cache;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static io.shopoms.inventory.fixtures.StockTables.level;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.cache.StockSignal.LevelHeard;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.shopify.LevelWrite;
import io.shopoms.inventory.shopify.OpenWrite;
import io.shopoms.inventory.shopify.WriteJournal;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class HeardStockComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant READ = Instant.parse("2026-11-20T12:00:00.5Z");

    @Inject
    StockTables tables;

    @Inject
    HeardStock heard;

    @Inject
    WriteJournal journal;

    @BeforeEach
    void item1HasFiveUnitsAtLocation9() {
        tables.clear();
        tables.link(ACME, 1, 70);
        tables.execute("insert into inventory_level (store, inventory_item_id, location_id, presence, available,"
                + " available_at, kept) values ('" + ACME + "', 1, 9, 'STOCKED', 5, '" + READ + "', true)");
        for (String store : List.of(ACME.value(), BETA.value())) {
            tables.execute("insert into location (store, location_id, name, active, known) values ('" + store
                    + "', 9, 'Shop', true, true)");
            tables.execute("insert into location_source (store, location_id, kind, odoo_id, share) values ('" + store
                    + "', 9, 'WAREHOUSE', 1, 1)");
        }
        tables.nothingIsDue();
    }

    @Test
    void ourOwnWriteComingBackMakesNothingDue() {
        // When
        tables.receive(ACME, level(1, 9, 5, READ), level(1, 9, 5, READ.plusSeconds(3)));

        // Then
        assertThat(tables.due()).isEmpty();
        assertThat(doubts()).isEqualTo("0");
    }

    @Test
    void anotherQuantityMakesTheItemDueAndItsLevelDoubtful() {
        // When
        tables.receive(ACME, level(1, 9, 3, READ.plusSeconds(3)));

        // Then
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        assertThat(doubts()).isEqualTo("1");
    }

    @Test
    void whatIsOlderThanTheReadingChangesNothingInWhateverOrderItComes() {
        // When
        tables.receive(ACME, level(1, 9, 5, READ.plusSeconds(5)));
        tables.receive(ACME, level(1, 9, 8, READ.minusSeconds(60)));

        // Then
        assertThat(tables.due()).isEmpty();
        assertThat(doubts()).isEqualTo("0");
    }

    @Test
    void levelsOfOneItemDoNotHideEachOther() {
        // Given
        tables.receive(ACME, level(1, 10, 2, READ.plusSeconds(50)));
        tables.nothingIsDue();

        // When
        tables.receive(ACME, level(1, 9, 3, READ.plusSeconds(3)));

        // Then
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void aLevelThatIsNotKnownMattersWhereTheLocationIsServed() {
        // Given
        tables.link(ACME, 2, 71);
        tables.nothingIsDue();

        // When
        tables.receive(ACME, level(2, 10, 2, READ));
        List<ItemKey> elsewhere = tables.due();
        tables.receive(ACME, level(2, 9, 2, READ));

        // Then
        assertThat(elsewhere).isEmpty();
        assertThat(tables.due()).containsExactly(item(ACME, 2));
    }

    @Test
    void aWriteWhoseAnswerIsNotStoredYetIsRecognised() {
        // Given
        journal.open(ACME, write(7)).await().atMost(LIMIT);

        // When
        tables.receive(ACME, level(1, 9, 7, READ.plusSeconds(1)));

        // Then
        assertThat(tables.due()).isEmpty();
    }

    @Test
    void aDisconnectedLevelIsReadAgainAndALocationOfWhichNobodyHeardIsShown() {
        // When
        tables.receive(ACME, "{\"inventory_item_id\":1,\"location_id\":9}", level(1, 11, 4, READ));

        // Then
        assertThat(tables.due()).containsExactly(item(ACME, 1));
        assertThat(doubts()).isEqualTo("1");
        assertThat(tables.texts("select location_id from location where not known order by 1"))
                .containsExactly("11");
    }

    @Test
    void anItemThatIsNotLinkedIsKnownFromThenOnAndNotLookedAt() {
        // When
        tables.receive(
                ACME,
                level(2, 9, 4, READ),
                "{\"id\":2,\"sku\":\"MUG\",\"tracked\":true,\"updated_at\":\"2026-11-20T12:00:00Z\"}");

        // Then
        assertThat(tables.text("select sku from product_inventory where inventory_item_id = 2"))
                .isEqualTo("MUG");
        assertThat(tables.text("select status from shopify_inventory_cache where record_id = 2"))
                .isEqualTo("PENDING");
    }

    @Test
    void anOlderWordOfAnItemDoesNotReplaceANewerOne() {
        // When
        tables.receive(
                ACME,
                "{\"id\":1,\"sku\":\"NEW\",\"tracked\":false,\"updated_at\":\"2026-11-20T12:00:09Z\"}",
                "{\"id\":1,\"sku\":\"OLD\",\"tracked\":true,\"updated_at\":\"2026-11-20T12:00:00Z\"}");
        tables.receive(ACME, "{\"id\":1,\"sku\":\"OLD\",\"tracked\":true,\"updated_at\":\"2026-11-20T12:00:01Z\"}");

        // Then
        assertThat(tables.text("select sku || tracked from product_inventory where inventory_item_id = 1"))
                .isEqualTo("NEWfalse");
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void aDeletedItemStaysDeletedWhateverComesAfter() {
        // When
        tables.receive(ACME, "{\"id\":1}");
        tables.receive(ACME, "{\"id\":1,\"sku\":\"SKU-1\",\"updated_at\":\"2026-11-20T12:00:01Z\"}");
        tables.link(ACME, 1, 71);

        // Then
        assertThat(tables.text("select deleted_at is not null from product_inventory where inventory_item_id = 1"))
                .isEqualTo("true");
    }

    @Test
    void whatMakesNoSenseIsKeptWithItsReasonAndAllElseIsTaken() {
        // When
        var stored =
                tables.receive(ACME, level(1, 9, "1.5", READ.plusSeconds(3)), level(1, 9, -2, READ.plusSeconds(4)));

        // Then
        assertThat(stored.rejected()).isEqualTo(1);
        assertThat(tables.text("select reason from rejected_message")).contains("available is not a whole number");
        assertThat(tables.due()).containsExactly(item(ACME, 1));
    }

    @Test
    void whatALookTellsIsComparedInTheSameWay() {
        // Given
        tables.link(BETA, 1, 70);
        tables.nothingIsDue();
        List<LevelHeard> told = List.of(new LevelHeard(
                new LevelKey(new ShopifyId(1), new ShopifyId(9)),
                OptionalLong.of(5),
                Optional.of(READ.plusSeconds(9))));

        // When
        int known = heard.take(ACME, told).await().atMost(LIMIT);
        int unknown = heard.take(BETA, told).await().atMost(LIMIT);

        // Then
        assertThat(known).isZero();
        assertThat(unknown).isEqualTo(1);
        assertThat(tables.due()).containsExactly(item(BETA, 1));
    }

    private static OpenWrite write(long quantity) {
        LevelKey key = new LevelKey(new ShopifyId(1), new ShopifyId(9));
        return new OpenWrite(
                UUID.randomUUID(), List.of(new LevelWrite(key, quantity, 5, ChangeCause.ODOO)), Instant.now());
    }

    private String doubts() {
        return tables.text("select doubts from inventory_level where inventory_item_id = 1 and location_id = 9");
    }
}

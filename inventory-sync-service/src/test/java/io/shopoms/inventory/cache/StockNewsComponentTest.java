package io.shopoms.inventory.cache;

import static io.shopoms.inventory.fixtures.StockTables.ACME;
import static io.shopoms.inventory.fixtures.StockTables.BETA;
import static io.shopoms.inventory.fixtures.StockTables.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.inventory.cache.StockCursors.Cursor;
import io.shopoms.inventory.fixtures.SharedOdoo;
import io.shopoms.inventory.fixtures.StockTables;
import io.shopoms.inventory.fixtures.TwoStores;
import io.shopoms.inventory.stock.AuditLine;
import io.shopoms.inventory.stock.AuditLine.Source;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@WithTestResource(SharedOdoo.class)
@TestProfile(TwoStores.class)
class StockNewsComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final OdooId MUG = new OdooId(70);
    private static final OdooId CUP = new OdooId(71);

    @Inject
    StockTables tables;

    @Inject
    StockNews news;

    @Inject
    StockCursors cursors;

    @Inject
    Database database;

    @Inject
    Stores stores;

    @BeforeEach
    void nothingWasHeard() {
        tables.clear();
        tables.execute("truncate odoo_stock_cursor, odoo_stock_cause");
    }

    @Test
    void itemsOfTheProductsAreDueInAllStoresOnTheOdoo() {
        // Given
        tables.link(ACME, 1, MUG.value());
        tables.link(ACME, 2, CUP.value());
        tables.link(BETA, 3, MUG.value());
        tables.nothingIsDue();

        // When
        int due = get(news.heard(stores.find(ACME).orElseThrow(), Map.of(MUG, "receipt WH/IN/00007")));

        // Then
        assertThat(due).isEqualTo(2);
        assertThat(tables.due()).containsExactly(item(ACME, 1), item(BETA, 3));
    }

    @Test
    void theAuditLogTellsWhatMovedTheStockAndOnlyOfChangesThatCameFromOdoo() {
        // Given
        tables.link(ACME, 1, MUG.value());
        get(news.heard(stores.find(ACME).orElseThrow(), Map.of(MUG, "receipt WH/IN/00007", CUP, "")));

        // When
        get(database.transaction(tx ->
                AuditLog.add(tx, ACME, List.of(line(ChangeCause.ODOO, 3, 5), line(ChangeCause.ORDER, 5, 4)))));

        // Then
        assertThat(tables.texts("select detail from inventory_sync_log where source = 'SHOPOMS' order by id"))
                .containsExactly("receipt WH/IN/00007", "");
    }

    @Test
    void aCauseThatIsNotKnownLeavesTheOneBefore() {
        // Given
        tables.link(ACME, 1, MUG.value());
        get(news.heard(stores.find(ACME).orElseThrow(), Map.of(MUG, "receipt WH/IN/00007")));

        // When
        get(news.heard(stores.find(ACME).orElseThrow(), Map.of(MUG, "")));

        // Then
        assertThat(tables.texts("select cause from odoo_stock_cause")).containsExactly("receipt WH/IN/00007");
    }

    @Test
    void cursorsBeginWhereTheyAreToldAndNeverGoBack() {
        // Given
        List<ShopDomain> both = List.of(ACME, BETA);
        Map<ShopDomain, Cursor> first = get(cursors.of(both, NOON));
        get(cursors.advance(List.of(ACME), NOON.plusSeconds(60)));

        // When
        get(cursors.advance(both, NOON.plusSeconds(30)));
        Map<ShopDomain, Cursor> after = get(cursors.of(both, NOON.plusSeconds(3600)));

        // Then
        assertThat(first.values()).allSatisfy(cursor -> {
            assertThat(cursor.until()).isEqualTo(NOON);
            assertThat(cursor.age()).isEmpty();
        });
        assertThat(after.get(ACME).until()).isEqualTo(NOON.plusSeconds(60));
        assertThat(after.get(BETA).until()).isEqualTo(NOON.plusSeconds(30));
        assertThat(after.get(BETA).age().orElseThrow()).isBetween(Duration.ZERO, LIMIT);
    }

    private static AuditLine line(ChangeCause cause, long before, long after) {
        return new AuditLine(
                new LevelKey(new ShopifyId(1), new ShopifyId(9)),
                Source.SHOPOMS,
                cause,
                before,
                after,
                0,
                Instant.now(),
                UUID.randomUUID());
    }

    private static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}

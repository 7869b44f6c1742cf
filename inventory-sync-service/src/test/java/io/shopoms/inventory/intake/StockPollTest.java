package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.inventory.cache.StockCursors;
import io.shopoms.inventory.fixtures.RecordedOdoo;
import io.shopoms.inventory.odoo.ChangedStock;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StockPollTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Store ACME = store("acme", "key-1");
    private static final Store SISTER = store("sister", "key-1");
    private static final Store OTHER_KEY = store("other", "key-2");

    private final RecordedOdoo odoo = new RecordedOdoo();
    private final Cursors cursors = new Cursors();
    private final List<Long> due = new ArrayList<>();
    private boolean broken;
    private StockPoll poll = poll(ACME);

    @Test
    void theFirstLookReachesBackByTheConfiguredTimeAndTheOverlap() {
        run(ACME);

        assertThat(odoo.asked())
                .hasSize(3)
                .allSatisfy(question -> assertThat(question.value("write_date")).isEqualTo("2026-11-20 10:57:30"));
    }

    @Test
    void productsOfChangedMovesAndQuantsAreDueAndTheCursorMovesOnToTheNewestChange() {
        // Given
        odoo.holds("stock.move", List.of(move(5, 41, "2026-11-20 11:59:10", "done")));
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));

        // When
        String summary = run(ACME);

        // Then
        assertThat(due).containsExactly(41L, 42L);
        assertThat(cursors.until(ACME)).isEqualTo("2026-11-20T11:59:40Z");
        assertThat(summary).isEqualTo("2 rows of Odoo changed, of 2 products; 2 items are due");
    }

    @Test
    void theNextLookOverlapsAndWhatItFindsAgainIsNotDueAgain() {
        // Given
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));
        run(ACME);
        cursors.elapse(Duration.ofSeconds(10));

        // When
        run(ACME);

        // Then
        assertThat(odoo.asked().get(3).value("write_date")).isEqualTo("2026-11-20 11:57:10");
        assertThat(due).containsExactly(42L);
    }

    @Test
    void aDateOfTheFutureDoesNotHideWhatChangesUntilThen() {
        // Given
        odoo.holds("stock.quant", List.of(quant(7, 42, "2027-11-20 11:59:40", 3)));
        run(ACME);
        cursors.elapse(Duration.ofSeconds(10));

        // When
        odoo.holds(
                "stock.quant", List.of(quant(7, 42, "2027-11-20 11:59:40", 3), quant(8, 43, "2026-11-20 11:59:50", 1)));
        run(ACME);

        // Then
        assertThat(cursors.until(ACME)).isEqualTo(NOW);
        assertThat(odoo.asked().get(3).value("write_date")).isEqualTo("2026-11-20 11:57:30");
        assertThat(due).containsExactly(42L, 43L);
    }

    @Test
    void aRowWithoutAProductKeepsNoOtherFromBeingHeardOf() {
        // Given
        JsonNode odd = ((ObjectNode) quant(7, 42, "2026-11-20 11:59:40", 3)).put("product_id", false);
        odoo.holds("stock.quant", List.of(odd, quant(8, 43, "2026-11-20 11:59:41", 3)));

        // When
        run(ACME);

        // Then
        assertThat(due).containsExactly(43L);
    }

    @Test
    void anotherQuantityOfTheSameSecondIsNews() {
        // Given
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));
        run(ACME);
        cursors.elapse(Duration.ofSeconds(10));

        // When
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 2)));
        run(ACME);

        // Then
        assertThat(due).containsExactly(42L, 42L);
    }

    @Test
    void anotherDateOfTheSameQuantityIsNews() {
        // Given
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));
        run(ACME);
        cursors.elapse(Duration.ofSeconds(10));

        // When
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:45", 3)));
        run(ACME);

        // Then
        assertThat(due).containsExactly(42L, 42L);
    }

    @Test
    void aLongBacklogIsReadInPages() {
        // Given
        odoo.holds(
                "stock.quant",
                LongStream.rangeClosed(1, 1200)
                        .mapToObj(id -> quant(id, id, "2026-11-20 11:30:00", 1))
                        .toList());

        // When
        run(ACME);

        // Then
        assertThat(due).hasSize(1200).doesNotHaveDuplicates();
        assertThat(odoo.asked())
                .filteredOn(question -> question.model().equals("stock.quant"))
                .extracting(question -> question.value("id"))
                .containsExactly(0L, 500L, 1000L);
    }

    @Test
    void aLookThatFailsCountsForNothing() {
        // Given
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));
        broken = true;
        assertThatThrownBy(() -> run(ACME)).hasMessage("no database");
        Instant stayed = cursors.until(ACME);

        // When
        broken = false;
        run(ACME);

        // Then
        assertThat(stayed).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(due).containsExactly(42L);
    }

    @Test
    void oneLookServesAllStoresWithTheSameOdooAndKey() {
        // Given
        poll = poll(ACME, SISTER);
        odoo.holds("stock.quant", List.of(quant(7, 42, "2026-11-20 11:59:40", 3)));
        run(ACME);
        cursors.elapse(Duration.ofSeconds(1));

        // When
        String sister = run(SISTER);

        // Then
        assertThat(sister).isEqualTo("another store with the same Odoo and key has just looked");
        assertThat(odoo.asked()).hasSize(3);
        assertThat(cursors.until(SISTER)).isEqualTo("2026-11-20T11:59:40Z");
    }

    @Test
    void aStoreLooksItselfIfTheOtherNoLongerDoes() {
        // Given
        poll = poll(ACME, SISTER);
        run(ACME);
        cursors.elapse(Duration.ofSeconds(10));

        // When
        run(SISTER);

        // Then
        assertThat(odoo.asked()).hasSize(6);
    }

    @Test
    void aFailedLookOfOneStoreDoesNotCountForAnother() {
        // Given
        poll = poll(ACME, SISTER);
        odoo.down(true);
        assertThatThrownBy(() -> run(ACME)).hasMessage("Odoo is down");

        // When
        odoo.down(false);
        run(SISTER);

        // Then
        assertThat(odoo.asked()).hasSize(1 + 3);
    }

    @Test
    void aStoreWithAnotherKeyMaySeeOtherThingsAndLooksForItself() {
        // Given
        poll = poll(ACME, OTHER_KEY);
        run(ACME);

        // When
        run(OTHER_KEY);

        // Then
        assertThat(odoo.asked()).hasSize(6);
    }

    @Test
    void aStoreThatIsNewReachesBackForAll() {
        // Given
        run(ACME);
        cursors.advance(List.of(ACME.shop()), NOW);
        cursors.elapse(Duration.ofSeconds(10));
        poll = poll(ACME, SISTER);

        // When
        run(ACME);

        // Then
        assertThat(odoo.asked().get(3).value("write_date")).isEqualTo("2026-11-20 10:57:30");
    }

    private String run(Store store) {
        return poll.run(store).await().atMost(Duration.ofSeconds(60));
    }

    private StockPoll poll(Store... stores) {
        return new StockPoll(
                new ChangedStock(odoo),
                new SomeStores(List.of(stores)),
                cursors,
                this::raise,
                new Settings(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Uni<Integer> raise(Store store, Map<OdooId, String> products) {
        if (broken) {
            return Uni.createFrom().failure(new IllegalStateException("no database"));
        }
        products.keySet().stream().map(OdooId::value).sorted().forEach(due::add);
        return Uni.createFrom().item(products.size());
    }

    private static JsonNode quant(long id, long product, String date, int quantity) {
        return JsonBodies.object()
                .put("id", id)
                .put("product_id", product)
                .put("write_date", date)
                .put("quantity", quantity)
                .put("reserved_quantity", 0);
    }

    private static JsonNode move(long id, long product, String date, String state) {
        return JsonBodies.object()
                .put("id", id)
                .put("product_id", product)
                .put("write_date", date)
                .put("state", state)
                .put("quantity", 1)
                .put("picking_code", "incoming")
                .put("is_inventory", false)
                .put("reference", "WH/IN/00001");
    }

    private static Store store(String name, String key) {
        return new Store(
                new ShopDomain(name + ".myshopify.com"),
                Optional.empty(),
                Optional.of(new OdooConnection(
                        URI.create("http://odoo.example"), "prod", key, Transport.JSON2, Optional.empty())));
    }

    private record SomeStores(List<Store> all) implements Stores {

        @Override
        public Optional<Store> find(ShopDomain shop) {
            return all.stream().filter(store -> store.shop().equals(shop)).findFirst();
        }
    }

    /** Cursors with a clock of their own, as the database has one. */
    private static final class Cursors implements StockCursors {

        private final Map<ShopDomain, Instant> until = new HashMap<>();
        private final Map<ShopDomain, Duration> lookedAt = new HashMap<>();
        private Duration now = Duration.ZERO;

        void elapse(Duration time) {
            now = now.plus(time);
        }

        Instant until(Store store) {
            return until.get(store.shop());
        }

        @Override
        public Uni<Map<ShopDomain, Cursor>> of(Collection<ShopDomain> stores, Instant start) {
            return Uni.createFrom()
                    .item(() -> stores.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    store -> new Cursor(
                                            until.computeIfAbsent(store, shop -> start),
                                            Optional.ofNullable(lookedAt.get(store))
                                                    .map(now::minus)))));
        }

        @Override
        public Uni<Void> advance(Collection<ShopDomain> stores, Instant next) {
            stores.forEach(store -> {
                until.put(store, next);
                lookedAt.put(store, now);
            });
            return Uni.createFrom().voidItem();
        }
    }

    private static final class Settings implements StockPollSettings {

        @Override
        public Duration pollInterval() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration pollOverlap() {
            return Duration.ofSeconds(150);
        }

        @Override
        public Duration pollLookBack() {
            return Duration.ofHours(1);
        }
    }
}

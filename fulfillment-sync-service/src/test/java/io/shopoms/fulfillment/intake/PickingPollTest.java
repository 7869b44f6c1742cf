package io.shopoms.fulfillment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.fulfillment.FulfillmentSettings;
import io.shopoms.fulfillment.cache.PickingCursors;
import io.shopoms.fulfillment.cache.ShipmentKind;
import io.shopoms.fulfillment.fixtures.AnsweringOdoo;
import io.shopoms.fulfillment.fixtures.MovingClock;
import io.shopoms.fulfillment.fixtures.Orders;
import io.shopoms.fulfillment.odoo.Pickings;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickingPollTest {

    private static final String OURS = "shopify:acme.myshopify.com:1001";

    private final AnsweringOdoo odoo = new AnsweringOdoo();
    private final OneCursor cursors = new OneCursor();
    private final KeptEntries entries = new KeptEntries();
    private final ShipmentKind kind = new ShipmentKind();
    private final MovingClock clock = new MovingClock();
    private final PickingPoll poll = new PickingPoll(new Pickings(odoo), cursors, entries, kind, new Settings(), clock);

    @Test
    void theFirstLookReachesBackByTheConfiguredTime() {
        // Given
        odoo.answer(records());

        // When
        run();

        // Then
        assertThat(odoo.calls().get(0).path("domain").path(0).path(2).asText()).isEqualTo("2026-11-13 11:57:30");
        assertThat(cursors.until).isEqualTo(MovingClock.START.minus(Duration.ofDays(7)));
    }

    @Test
    void everyLookOverlapsTheOneBefore() {
        // Given
        cursors.until = Instant.parse("2026-11-20T11:00:00Z");
        odoo.answer(records());

        // When
        run();

        // Then
        assertThat(odoo.calls().get(0).path("domain").path(0).path(2).asText()).isEqualTo("2026-11-20 10:57:30");
    }

    @Test
    void allThatWasShippedOfAChangedOrderIsStoredAndTheCursorMovesOn() {
        // Given
        odoo.answer(records(changed(3, "2026-11-20 11:59:00", 42, OURS)));
        odoo.answer(records(done(2, 42, OURS), done(3, 42, OURS)));

        // When
        String summary = run();

        // Then
        assertThat(entries.stored)
                .singleElement()
                .satisfies(raw ->
                        assertThat(kind.key(raw).columns().get("pickings")).isEqualTo("WH/OUT/2 WH/OUT/3"));
        assertThat(cursors.until).isEqualTo("2026-11-20T11:59:00Z");
        assertThat(summary).isEqualTo("1 changed pickings, news of 1 orders");
    }

    @Test
    void ordersOfOtherStoresAndOtherOriginsAreNotRead() {
        // Given
        odoo.answer(records(
                changed(3, "2026-11-20 11:59:00", 43, "shopify:other.myshopify.com:1001"),
                changed(4, "2026-11-20 11:59:30", 44, "by phone")));

        odoo.answer(records());

        // When
        run();

        // Then
        assertThat(odoo.calls())
                .allSatisfy(call -> assertThat(call.has("limit")).isTrue());
        assertThat(entries.stored).isEmpty();
        assertThat(cursors.until).isEqualTo("2026-11-20T11:59:30Z");
    }

    @Test
    void pagesAreReadById() {
        // Given
        odoo.answer(records(changed(3, "2026-11-20 11:59:59", 42, OURS), changed(7, "2026-11-20 11:00:00", 42, OURS)));
        odoo.answer(records(done(3, 42, OURS)));
        odoo.answer(records(changed(9, "2026-11-20 11:30:00", 45, "by phone")));

        // When
        run();

        // Then
        assertThat(odoo.calls().get(2).path("domain").path(3).path(2).asLong()).isEqualTo(7);
        assertThat(cursors.until).isEqualTo("2026-11-20T11:59:59Z");
    }

    @Test
    void theCursorStaysIfTheFindingsCannotBeStored() {
        // Given
        cursors.until = Instant.parse("2026-11-20T11:00:00Z");
        entries.broken = true;
        odoo.answer(records(changed(3, "2026-11-20 11:59:00", 42, OURS)));
        odoo.answer(records(done(3, 42, OURS)));

        // When
        assertThatThrownBy(this::run).hasMessage("no database");

        // Then
        assertThat(cursors.until).isEqualTo("2026-11-20T11:00:00Z");
    }

    @Test
    void aChangeIsReadAgainUntilNoTransactionOfItsSecondCanBeRunningAnyMore() {
        // Given
        look();
        clock.advance(Duration.ofSeconds(149));
        look();
        clock.advance(Duration.ofSeconds(1));
        look();

        // When
        clock.advance(Duration.ofSeconds(5));
        odoo.answer(records(changed(3, "2026-11-20 11:59:00", 42, OURS)));
        String quiet = run();

        // Then
        assertThat(entries.stored).hasSize(3);
        assertThat(quiet).isEqualTo("1 changed pickings, news of 0 orders");
    }

    @Test
    void aSettledPickingThatChangesIsReadAgain() {
        // Given
        look();
        clock.advance(Duration.ofSeconds(151));
        look();

        // When
        odoo.answer(records(changed(3, "2026-11-20 12:02:31", 42, OURS)));
        odoo.answer(records(done(3, 42, OURS)));
        run();

        // Then
        assertThat(entries.stored).hasSize(3);
    }

    @Test
    void whatCouldNotBeStoredIsReadAgain() {
        // Given
        look();
        clock.advance(Duration.ofSeconds(151));
        entries.broken = true;
        assertThatThrownBy(this::look).hasMessage("no database");

        // When
        entries.broken = false;
        look();

        // Then
        assertThat(entries.stored).hasSize(2);
    }

    /** A poll that finds the same change, and may read it. */
    private void look() {
        odoo.answer(records(changed(3, "2026-11-20 11:59:00", 42, OURS)));
        odoo.answer(records(done(3, 42, OURS)));
        run();
    }

    private String run() {
        return poll.run(Orders.STORE).await().atMost(Duration.ofSeconds(60));
    }

    private static JsonNode records(ObjectNode... records) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("length", records.length);
        for (ObjectNode record : records) {
            answer.withArray("records").add(record);
        }
        return answer;
    }

    private static ObjectNode changed(long id, String date, long order, String origin) {
        ObjectNode picking = JsonNodeFactory.instance.objectNode();
        picking.put("id", id).put("write_date", date);
        picking.putObject("sale_id")
                .put("id", order)
                .put("name", "S000" + order)
                .put("origin", origin);
        return picking;
    }

    private static ObjectNode done(long id, long order, String origin) {
        ObjectNode picking = changed(id, "2026-11-20 11:59:00", order, origin);
        picking.put("name", "WH/OUT/" + id).put("date_done", "2026-11-20 11:58:00");
        return picking;
    }

    private static final class OneCursor implements PickingCursors {

        private Instant until;

        @Override
        public Uni<Instant> of(ShopDomain store, Instant start) {
            return Uni.createFrom().item(() -> until = until == null ? start : until);
        }

        @Override
        public Uni<Void> advance(ShopDomain store, Instant next) {
            return Uni.createFrom().voidItem().invoke(() -> until = next);
        }
    }

    private static final class KeptEntries implements CacheEntries {

        private final List<RawRecord> stored = new ArrayList<>();
        private boolean broken;

        @Override
        public Uni<Stored> store(CacheKind kind, List<RawRecord> records) {
            if (broken) {
                return Uni.createFrom().failure(new IllegalStateException("no database"));
            }
            stored.addAll(records);
            return Uni.createFrom().item(new Stored(records.size(), 0, 0, 0));
        }

        @Override
        public Uni<Integer> wake(CacheKind kind, ShopDomain store, Collection<Long> recordIds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Integer> reprocess(CacheKind kind, ShopDomain store, Collection<Long> recordIds) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Settings implements FulfillmentSettings, FulfillmentSettings.Poll {

        @Override
        public Poll poll() {
            return this;
        }

        @Override
        public boolean notifyCustomer() {
            return false;
        }

        @Override
        public Duration settleTime() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration interval() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration overlap() {
            return Duration.ofSeconds(150);
        }

        @Override
        public Duration lookBack() {
            return Duration.ofDays(7);
        }

        @Override
        public int pageSize() {
            return 2;
        }
    }
}

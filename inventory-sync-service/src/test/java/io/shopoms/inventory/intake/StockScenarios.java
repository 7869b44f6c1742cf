package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.inventory.fixtures.OdooUnderTest;
import io.shopoms.inventory.fixtures.WarehouseWork;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.odoo.OdooRooms;
import io.shopoms.inventory.odoo.StockPlace;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.inventory.stock.StockSource.Kind;
import io.shopoms.model.OdooId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people do with goods in Odoo, what becomes of the free stock, and whether a look finds it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StockScenarios {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration OVERLAP = Duration.ofSeconds(150);
    private static final StockSource NOWHERE = new StockSource(Kind.LOCATION, new OdooId(99_999_999));

    OdooUnderTest odoo;
    private OdooRooms rooms;
    WarehouseWork work;
    private StockSource warehouse;
    private SeenRows seen;
    private Instant cursor;

    abstract OdooUnderTest start();

    @BeforeAll
    void connect() {
        odoo = start();
        rooms = OdooRooms.with(odoo.clients());
        work = new WarehouseWork(odoo.client());
        warehouse = work.warehouses().get(0);
    }

    @AfterAll
    void disconnect() {
        odoo.close();
    }

    /** Everything that changed before is known. */
    @BeforeEach
    void quiet() {
        seen = new SeenRows();
        cursor = Instant.now();
        look();
    }

    @Test
    void aReceiptIsFreeOnceItIsDone() {
        // Given
        OdooId product = work.product();

        // When
        long receipt = work.expect(product, warehouse, 7);
        BigDecimal expected = free(product);
        work.validate(receipt);

        // Then
        assertThat(expected).isZero();
        assertThat(free(product)).isEqualByComparingTo("7");
        assertThat(look())
                .hasEntrySatisfying(product, cause -> assertThat(cause).startsWith("receipt "));
    }

    @Test
    void aSoldUnitIsNotFreeFromReservationOnAndADeliveryChangesNothingMore() {
        // Given
        OdooId product = stocked(10);

        // When
        long order = work.sell(product, 4);
        BigDecimal reserved = free(product);
        Map<OdooId, String> afterReservation = look();
        work.ship(order);

        // Then
        assertThat(reserved).isEqualByComparingTo("6");
        assertThat(afterReservation)
                .hasEntrySatisfying(product, cause -> assertThat(cause).startsWith("reservation for delivery "));
        assertThat(free(product)).isEqualByComparingTo("6");
        assertThat(look())
                .hasEntrySatisfying(product, cause -> assertThat(cause).startsWith("delivery "));
    }

    @Test
    void whatIsReservedComesBackByCancellingLoweringAndReleasing() {
        // Given
        OdooId product = stocked(10);
        long cancelled = work.sell(product, 2);
        long lowered = work.sell(product, 3);
        long released = work.sell(product, 4);
        assertThat(free(product)).isEqualByComparingTo("1");
        look();

        // When
        work.cancel(cancelled);
        BigDecimal afterCancelling = free(product);
        boolean cancellingFound = look().containsKey(product);
        work.lower(lowered, 1);
        BigDecimal afterLowering = free(product);
        boolean loweringFound = look().containsKey(product);
        work.release(work.deliveries(released).get(0));

        // Then
        assertThat(List.of(afterCancelling, afterLowering, free(product)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal(3), new BigDecimal(5), new BigDecimal(9));
        assertThat(cancellingFound).isTrue();
        assertThat(loweringFound).isTrue();
        assertThat(look()).containsKey(product);
    }

    @Test
    void moreSoldThanThereIsLeavesNothingFreeAndNotLess() {
        // Given
        OdooId product = stocked(3);

        // When
        work.sell(product, 5);

        // Then
        assertThat(free(product)).isZero();
        assertThat(look()).containsKey(product);
    }

    @Test
    void aReturnIsFreeAgain() {
        // Given
        OdooId product = stocked(5);
        long delivery = work.ship(work.sell(product, 5));
        look();

        // When
        work.takeBack(delivery, product, 2);

        // Then
        assertThat(free(product)).isEqualByComparingTo("2");
        assertThat(look()).containsKey(product);
    }

    @Test
    void aCountIsFoundAsAnAdjustmentWithoutTheNameOfWhoCounted() {
        // Given
        OdooId product = stocked(5);

        // When
        work.count(product, warehouse, 8);

        // Then
        assertThat(free(product)).isEqualByComparingTo("8");
        assertThat(look()).containsEntry(product, "inventory adjustment");
    }

    @Test
    void theLastUnitsAreFoundEvenIfOdooHasDeletedTheirQuant() {
        // Given
        OdooId product = stocked(2);
        work.ship(work.sell(product, 2));

        // When
        work.openPhysicalInventory();

        // Then
        assertThat(look()).containsKey(product);
        assertThat(free(product)).isZero();
    }

    @Test
    void whatIsCarriedToAnotherWarehouseIsFreeThereAndNotHere() {
        // Given
        StockSource other = secondWarehouse();
        OdooId product = stocked(6);

        // When
        work.carry(product, warehouse, other, 4);

        // Then
        ProductStock stock = stock(product, warehouse, other);
        assertThat(stock.free().get(warehouse)).isEqualByComparingTo("2");
        assertThat(stock.free().get(other)).isEqualByComparingTo("4");
        assertThat(look()).containsKey(product);
    }

    @Test
    void aLocationSaysWhatLiesInItAndBelow() {
        // Given
        OdooId product = stocked(6);
        StockSource location = new StockSource(Kind.LOCATION, new OdooId(work.stock(warehouse)));

        // When
        ProductStock stock = stock(product, warehouse, location);

        // Then
        assertThat(stock.free().get(location)).isEqualByComparingTo("6");
    }

    @Test
    void aLocationThatDoesNotExistIsNamedAndNeverZero() {
        // Given
        OdooId product = stocked(6);

        // When
        FreeStock stock = get(rooms.stock().free(odoo.store(), List.of(product), List.of(warehouse, NOWHERE)));

        // Then
        assertThat(stock.unusable().get(NOWHERE).message()).startsWith("Odoo has no location 99999999");
        assertThat(stock.products().get(product).free()).containsOnlyKeys(warehouse);
    }

    @Test
    void aWarehouseThatDoesNotExistIsNamedAndNeverAllWarehouses() {
        // Given
        OdooId product = stocked(6);
        StockSource unknown = new StockSource(Kind.WAREHOUSE, new OdooId(99_999_999));

        // When
        FreeStock stock = get(rooms.stock().free(odoo.store(), List.of(product), List.of(unknown)));

        // Then
        assertThat(stock.unusable().get(unknown)).isInstanceOf(MissingDependency.class);
        assertThat(stock.products().get(product).free()).isEmpty();
    }

    @Test
    void aProductThatDoesNotExistIsMissing() {
        // Given
        OdooId product = stocked(6);

        // When
        FreeStock stock =
                get(rooms.stock().free(odoo.store(), List.of(product, new OdooId(99_999_999)), List.of(warehouse)));

        // Then
        assertThat(stock.products()).containsOnlyKeys(product);
    }

    @Test
    void anArchivedProductSaysSoAndIsFound() {
        // Given
        OdooId product = stocked(6);
        look();

        // When
        work.change(product, "active", false);

        // Then
        assertThat(look()).containsKey(product);
        assertThat(stock(product, warehouse).active()).isFalse();
        assertThat(free(product)).isEqualByComparingTo("6");
    }

    @Test
    void whatOdooDoesNotKeepInStockSaysSo() {
        // Given
        OdooId service = work.product(Map.of("type", "service", "is_storable", false));
        OdooId goods = work.product(Map.of("is_storable", false));

        // When
        FreeStock stock = get(rooms.stock().free(odoo.store(), List.of(service, goods), List.of(warehouse)));

        // Then
        assertThat(stock.products().values()).hasSize(2).noneMatch(ProductStock::storable);
    }

    @Test
    void unitsAreCountedAndKilogramsAreMeasured() {
        // Given
        OdooId counted = stocked(1);
        OdooId measured = work.product(Map.of("uom_id", work.unit("kg")));
        work.count(measured, warehouse, 2.5);

        // When
        ProductStock kilograms = stock(measured, warehouse);

        // Then
        assertThat(stock(counted, warehouse).counted()).isTrue();
        assertThat(kilograms.counted()).isFalse();
        assertThat(kilograms.unit()).isEqualTo("kg");
        assertThat(kilograms.free().get(warehouse)).isEqualByComparingTo("2.5");
    }

    @Test
    void warehousesAndInternalLocationsAreOfferedForMapping() {
        List<StockPlace> places = get(rooms.places().all(odoo.store()));

        assertThat(places)
                .allMatch(StockPlace::isUsable)
                .extracting(StockPlace::source)
                .contains(warehouse);
        assertThat(places)
                .filteredOn(place -> place.source().kind() == Kind.LOCATION)
                .extracting(place -> place.source().id().value())
                .contains(work.stock(warehouse));
    }

    @Test
    void aLocationLiesInItsWarehouseAndNotInAnother() {
        // Given
        StockSource location = new StockSource(Kind.LOCATION, new OdooId(work.stock(warehouse)));
        StockSource other = secondWarehouse();

        // When
        Optional<String> same = get(rooms.places().overlap(odoo.store(), List.of(other, warehouse, location)));
        Optional<String> apart = get(rooms.places().overlap(odoo.store(), List.of(other, location)));

        // Then
        assertThat(same)
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("location " + location.id() + " (")
                        .contains(") lies in warehouse " + warehouse.id() + " ("));
        assertThat(apart).isEmpty();
    }

    @Test
    void aLookThatFindsTheSameRowsAgainFindsNothing() {
        // Given
        OdooId product = stocked(6);
        assertThat(look()).containsKey(product);

        // When
        Map<OdooId, String> again = look();

        // Then
        assertThat(again).doesNotContainKey(product);
    }

    @Test
    void anAdjustmentAddsAndTakesAwayAndIsFound() {
        // Given
        OdooId product = stocked(5);
        work.sell(product, 2);
        look();

        // When
        String more = get(adjust(product, mark(), 4));
        String less = get(adjust(product, mark(), -3));

        // Then
        assertThat(more).startsWith("9 on hand in ");
        assertThat(less).startsWith("6 on hand in ");
        assertThat(free(product)).isEqualByComparingTo("4");
        assertThat(look()).containsEntry(product, "inventory adjustment");
    }

    @Test
    void anAdjustmentWithTheSameMarkIsMadeOnce() {
        // Given
        OdooId product = stocked(5);
        String mark = mark();

        // When
        get(adjust(product, mark, -3));
        work.receive(product, warehouse, 10);
        String again = get(adjust(product, mark, -3));

        // Then
        assertThat(again).startsWith("12 on hand in ");
        assertThat(free(product)).isEqualByComparingTo("12");
        assertThat(work.transfers(mark)).hasSize(1);
    }

    @Test
    void adjustmentsWithOneMarkAtTheSameTimeAreMadeOnce() {
        // Given
        OdooId product = stocked(5);
        String mark = mark();

        // When
        Uni<String> twice = Uni.combine()
                .all()
                .unis(adjust(product, mark, -3), adjust(product, mark, -3))
                .with((one, other) -> one);
        get(twice.onFailure().retry().atMost(5));

        // Then
        assertThat(free(product)).isEqualByComparingTo("2");
        assertThat(work.transfers(mark)).hasSize(1);
    }

    @Test
    void anAdjustmentKeepsWhatHappensMeanwhile() {
        // Given
        OdooId product = stocked(10);
        long order = work.sell(product, 4);

        // When
        Uni<Long> shipping =
                Uni.createFrom().item(() -> work.ship(order)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        get(Uni.combine().all().unis(shipping, adjust(product, mark(), -3)).asTuple());

        // Then
        assertThat(free(product)).isEqualByComparingTo("3");
    }

    @Test
    void whatIsNotFreeIsNotTakenAway() {
        // Given
        OdooId product = stocked(5);
        work.sell(product, 4);
        String mark = mark();

        // When
        SyncFailure failure = failure(adjust(product, mark, -2));

        // Then
        assertThat(failure).isInstanceOf(RejectedByTarget.class);
        assertThat(failure.message()).contains("has 1 free of").contains("taking away 2 would leave less than nothing");
        assertThat(work.transfers(mark)).isEmpty();
        assertThat(free(product)).isEqualByComparingTo("1");
    }

    @Test
    void goodsWithSerialNumbersAndThoseNotInStockAreNotAdjusted() {
        // Given
        LongFunction<SyncFailure> adjusted = id -> failure(adjust(new OdooId(id), mark(), 1));
        OdooId numbered = work.product(Map.of("tracking", "serial"));
        OdooId uncounted = work.product(Map.of("is_storable", false));

        // When
        SyncFailure serial = adjusted.apply(numbered.value());
        SyncFailure notKept = adjusted.apply(uncounted.value());
        SyncFailure unknown = adjusted.apply(99_999_999);

        // Then
        assertThat(serial.message()).contains("is tracked by serial");
        assertThat(notKept.message()).startsWith("Odoo does not keep the stock of");
        assertThat(unknown).isInstanceOf(MissingDependency.class);
    }

    @Test
    void anAdjustmentAtALocationThatDoesNotExistIsRefused() {
        // Given
        OdooId product = stocked(5);

        // When
        SyncFailure failure = failure(rooms.adjustments().adjust(odoo.store(), mark(), product, NOWHERE, 1));

        // Then
        assertThat(failure.message()).startsWith("Odoo has no location 99999999");
    }

    OdooId stocked(int units) {
        OdooId product = work.product();
        work.count(product, warehouse, units);
        return product;
    }

    private StockSource secondWarehouse() {
        List<StockSource> warehouses = work.warehouses();
        Assumptions.assumeTrue(warehouses.size() > 1, "this Odoo has one warehouse only");
        return warehouses.get(1);
    }

    BigDecimal free(OdooId product) {
        return stock(product, warehouse).free().get(warehouse);
    }

    private ProductStock stock(OdooId product, StockSource... sources) {
        return get(rooms.stock().free(odoo.store(), List.of(product), List.of(sources)))
                .products()
                .get(product);
    }

    Uni<String> adjust(OdooId product, String mark, long delta) {
        return rooms.adjustments().adjust(odoo.store(), mark, product, warehouse, delta);
    }

    static String mark() {
        return "shopOMS " + UUID.randomUUID();
    }

    /** @return what moved the stock of each product that was found */
    private Map<OdooId, String> look() {
        StockLook look = get(new StockLook(rooms.changes(), seen, odoo.store(), cursor, Instant.now(), OVERLAP).made());
        look.remember();
        cursor = look.newest();
        return look.products();
    }

    static SyncFailure failure(Uni<?> uni) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(uni)).failure();
    }

    static <T> T get(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }
}

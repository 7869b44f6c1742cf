package io.shopoms.inventory.shopify;

import static io.shopoms.inventory.shopify.StockSide.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.shopoms.inventory.fixtures.KeptWrites;
import io.shopoms.inventory.shopify.ItemReading.LevelReading;
import io.shopoms.inventory.shopify.LevelExport.Part;
import io.shopoms.inventory.shopify.WriteResult.Refused;
import io.shopoms.inventory.shopify.WriteResult.Stale;
import io.shopoms.inventory.shopify.WriteResult.Unknown;
import io.shopoms.inventory.shopify.WriteResult.Written;
import io.shopoms.inventory.stock.ChangeCause;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.shopify.PlainShopifyClients;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.shopify.bulk.BulkOperations.Operation;
import io.shopoms.sync.shopify.bulk.BulkOperations.State;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading and writing against the simulated Shopify, whose rules are its own, with the client that production has. */
class SimulatedStockTest {

    private static final String SET = "InventorySetQuantities";

    private final Vertx vertx = Vertx.vertx();
    private final ShopifySimulator shopify = ShopifySimulator.start(ShopifySettings.defaults());
    private final ShopifyClients clients = PlainShopifyClients.with(vertx, 1);
    private final KeptWrites journal = new KeptWrites();
    private final GraphqlStock stock = new GraphqlStock(clients, journal, Clock.systemUTC());
    private final Location main = shopify.inventory().location((String) null);
    private final Store store = new Store(
            new ShopDomain(shopify.settings().shopDomain()),
            Optional.of(new ShopifyConnection(
                    shopify.uri(), "2026-10", new StaticToken(shopify.settings().accessToken()))),
            Optional.empty());

    @AfterEach
    void close() {
        shopify.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void itemsAreReadWithTheirLevels() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 7, null);
        Location shop = shopify.inventory().addLocation("Shop");
        shopify.inventory().stockAt("MUG", "Shop");
        shopify.inventory().setAvailable("MUG", -2, "Shop");
        shopify.inventory().unstock("MUG", "Shop");

        // When
        ItemReading read = read(id(mug), new ShopifyId(999_999)).get(id(mug));

        // Then
        assertThat(read.sku()).isEqualTo("MUG");
        assertThat(read.tracked()).isTrue();
        assertThat(read.levels())
                .extracting(LevelReading::location, LevelReading::stocked, LevelReading::available)
                .containsExactlyInAnyOrder(tuple(id(main), true, 7L), tuple(id(shop), false, -2L));
        assertThat(read(new ShopifyId(999_999))).isEmpty();
    }

    @Test
    void manyItemsAreReadAndWrittenInFewCalls() {
        // Given
        shopify.inventory().generate(300, 5);
        List<ShopifyId> items = generated(300);

        // When
        Map<ShopifyId, ItemReading> read = read(items.toArray(ShopifyId[]::new));
        List<WriteResult> results = write(items.stream()
                .map(item -> new LevelWrite(new LevelKey(item, id(main)), 8, 5, ChangeCause.ODOO))
                .toList());

        // Then
        assertThat(read).hasSize(300);
        assertThat(results).hasSize(300).allMatch(Written.class::isInstance);
        assertThat(shopify.inventory().available("GEN-300-1", null)).isEqualTo(8);
        assertThat(calls("InventoryItems")).isEqualTo(6);
        assertThat(calls(SET)).isEqualTo(2);
    }

    @Test
    void everyBadLineIsNamedAndTheOthersAreWritten() {
        // Given
        shopify.inventory().create("GOOD", 5, null);
        shopify.inventory().create("STALE", 5, null);
        shopify.inventory().create("SET", 5, null);
        shopify.inventory().bundle("SET", true);
        shopify.inventory().create("LOOSE", 5, null);
        shopify.inventory().track("LOOSE", false);
        shopify.inventory().create("CLOSED", 5, null);
        Location closed = shopify.inventory().addLocation("Closed");
        shopify.inventory().stockAt("CLOSED", "Closed");
        shopify.inventory().deactivateLocation(closed.id());

        // When
        List<WriteResult> results = write(List.of(
                line("GOOD", main, 3, 5),
                line("STALE", main, 3, 4),
                line("SET", main, 3, 5),
                line("LOOSE", main, 3, 5),
                line("CLOSED", closed, 3, 0),
                new LevelWrite(new LevelKey(new ShopifyId(999_999), id(main)), 1, 0, ChangeCause.ODOO)));

        // Then
        assertThat(kinds(results)).isEqualTo(Map.of(Written.class, 1L, Stale.class, 1L, Refused.class, 4L));
        assertThat(results.stream()
                        .filter(Refused.class::isInstance)
                        .map(result -> ((Refused) result).failure().message()))
                .anyMatch(message -> message.contains("follows from other items"))
                .anyMatch(message -> message.contains("does not count"))
                .anyMatch(message -> message.contains("location " + closed.id()))
                .anyMatch(message -> message.contains("does not know inventory item 999999"));
        assertThat(shopify.inventory().available("GOOD", null)).isEqualTo(3);
        assertThat(shopify.inventory().available("STALE", null)).isEqualTo(5);
    }

    @Test
    void aLostAnswerIsLearntByRepeatingAndChangesNothingTwice() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.faults().add(Fault.lostResponse(SET));
        List<WriteResult> lost = write(List.of(line("MUG", main, 3, 5)));
        shopify.inventory().setAvailable("MUG", 5, null);

        // When
        List<WriteResult> learnt = answer(stock.repeat(store, journal.open().get(0)));

        // Then
        assertThat(lost).allMatch(Unknown.class::isInstance);
        assertThat(learnt).allMatch(Written.class::isInstance);
        assertThat(shopify.inventory().available("MUG", null))
                .as("what a person did since stays")
                .isEqualTo(5);
    }

    @Test
    void aWriteThatNeverArrivedIsCarriedOutByRepeating() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.faults().add(Fault.reset(SET));
        write(List.of(line("MUG", main, 3, 5)));

        // When
        List<WriteResult> learnt = answer(stock.repeat(store, journal.open().get(0)));

        // Then
        assertThat(learnt).allMatch(Written.class::isInstance);
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(3);
    }

    @Test
    void aFirstTryThatIsStillAtWorkIsAskedAboutAgain() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.inventory().refuseNext("IDEMPOTENCY_CONCURRENT_REQUEST", 1);

        // When
        List<WriteResult> first = write(List.of(line("MUG", main, 3, 5)));
        List<WriteResult> second = answer(stock.repeat(store, journal.open().get(0)));

        // Then
        assertThat(first).allMatch(Unknown.class::isInstance);
        assertThat(second).allMatch(Written.class::isInstance);
    }

    @Test
    void aFirstTryThatFailedIsFollowedByANewOne() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.inventory().refuseNext("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", 1);

        // When
        List<WriteResult> results = write(List.of(line("MUG", main, 3, 5)));

        // Then
        assertThat(results).allMatch(Written.class::isInstance);
        assertThat(journal.all()).hasSize(2);
    }

    @Test
    void whatIsThrottledWaitsAndNothingIsDropped() {
        // Given
        shopify.inventory().create("MUG", 5, null);
        shopify.faults().add(Fault.throttled(SET).times(3));
        GraphqlStock patient = new GraphqlStock(PlainShopifyClients.with(vertx, 5), journal, Clock.systemUTC());

        // When
        List<WriteResult> results =
                patient.write(store, List.of(line("MUG", main, 3, 5))).await().atMost(Duration.ofSeconds(60));

        // Then
        assertThat(results).allMatch(Written.class::isInstance);
        assertThat(calls(SET)).isEqualTo(4);
        assertThat(shopify.inventory().available("MUG", null)).isEqualTo(3);
    }

    @Test
    void aWriteIsDatedAsShopifyDatesIt() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        GraphqlStock slow = new GraphqlStock(clients, journal, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        // When
        Written written = (Written)
                answer(slow.write(store, List.of(line("MUG", main, 3, 5)))).get(0);

        // Then
        Instant read = read(id(mug)).get(id(mug)).levels().get(0).updatedAt();
        assertThat(Duration.between(written.at(), read).abs()).isLessThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void anItemIsStockedAtALocationWithoutAQuantity() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Location shop = shopify.inventory().addLocation("Shop");

        // When
        var refusal = answer(stock.stockAt(store, new LevelKey(id(mug), id(shop))));
        var again = answer(stock.stockAt(store, new LevelKey(id(mug), id(shop))));

        // Then
        assertThat(refusal).isEmpty();
        assertThat(again).isEmpty();
        assertThat(shopify.inventory().available("MUG", "Shop")).isZero();
        assertThat(answer(stock.stockAt(store, new LevelKey(new ShopifyId(999_999), id(shop)))))
                .isPresent();
    }

    @Test
    void allLocationsAreListed() {
        // Given
        Location closed = shopify.inventory().addLocation("Closed");
        shopify.inventory().deactivateLocation(closed.id());

        // When
        List<ShopifyLocation> locations = answer(new ShopifyLocations(clients).list(store));

        // Then
        assertThat(locations)
                .hasSizeGreaterThanOrEqualTo(2)
                .anyMatch(location -> location.id().equals(id(main)) && location.active())
                .anyMatch(location -> location.id().equals(id(closed)) && !location.active());
    }

    @Test
    void onlyWhatChangedSinceIsListedPageByPage() {
        // Given
        shopify.inventory().generate(150, 5);
        LevelChanges changes = new LevelChanges(clients);

        // When
        List<LevelKey> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            LevelChanges.Page page = answer(
                            changes.page(store, id(main), Instant.now().minusSeconds(60), cursor))
                    .orElseThrow();
            page.levels().forEach(level -> seen.add(level.key()));
            cursor = page.next();
        } while (cursor.isPresent());

        // Then
        assertThat(seen).hasSize(150).doesNotHaveDuplicates();
        assertThat(answer(changes.page(store, id(main), Instant.now().plusSeconds(60), Optional.empty()))
                        .orElseThrow()
                        .levels())
                .isEmpty();
        assertThat(answer(changes.page(store, new ShopifyId(999_999), Instant.EPOCH, Optional.empty())))
                .isEmpty();
    }

    @Test
    void allLevelsAreExportedInParts() {
        // Given
        shopify.inventory().addLocation("Shop");
        shopify.inventory().generate(120, 5);
        BulkOperations operations = new BulkOperations(clients, Timers.of(vertx));
        LevelExport export = new LevelExport(operations, new BulkFiles(vertx), clients);
        ShopifyId started = answer(export.start(store));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(answer(operations.look(store, started)).state())
                                .isEqualTo(State.COMPLETED));
        Operation operation = answer(operations.look(store, started));

        // When
        List<ItemReading> items = new ArrayList<>();
        long rows = 0;
        long offset = 0;
        Part part;
        do {
            part = answer(export.part(store, operation, offset, 50));
            items.addAll(part.items());
            rows += part.rows();
            offset = part.offset();
        } while (!part.end());

        // Then
        assertThat(rows).isEqualTo(operation.objects());
        assertThat(items)
                .hasSize(120)
                .allSatisfy(item -> assertThat(item.levels())
                        .hasSize(2)
                        .allMatch(level -> level.stocked() && level.available() == 5));
        assertThat(shopify.inventory().available("GEN-1-1", "Shop")).isEqualTo(5);
    }

    private Map<ShopifyId, ItemReading> read(ShopifyId... items) {
        return answer(stock.read(store, List.of(items))).found();
    }

    private List<WriteResult> write(List<LevelWrite> lines) {
        return answer(stock.write(store, lines));
    }

    private LevelWrite line(String sku, Location location, long quantity, long from) {
        return new LevelWrite(
                new LevelKey(id(shopify.catalog().variant(sku)), id(location)), quantity, from, ChangeCause.ODOO);
    }

    private List<ShopifyId> generated(int count) {
        List<ShopifyId> items = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            items.add(id(shopify.catalog().variant("GEN-" + i + "-1")));
        }
        return items;
    }

    private long calls(String operation) {
        return shopify.requests().count(operation);
    }

    private static Map<Class<?>, Long> kinds(List<WriteResult> results) {
        return results.stream().collect(Collectors.groupingBy(WriteResult::getClass, Collectors.counting()));
    }

    private static ShopifyId id(Variant variant) {
        return new ShopifyId(variant.inventoryItemId());
    }

    private static ShopifyId id(Location location) {
        return new ShopifyId(location.id());
    }
}

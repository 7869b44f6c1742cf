package io.shopoms.inventory.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.inventory.cache.LinkedItems;
import io.shopoms.inventory.cache.SeenStock;
import io.shopoms.inventory.cache.StockBook;
import io.shopoms.inventory.fixtures.RecordedShopify;
import io.shopoms.inventory.fixtures.SimulatedShopify;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.odoo.OdooStock;
import io.shopoms.inventory.shopify.LevelExport;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.Timers;
import io.shopoms.sync.job.JobHandler.Counters;
import io.shopoms.sync.job.JobHandler.Step;
import io.shopoms.sync.shopify.bulk.BulkFiles;
import io.shopoms.sync.shopify.bulk.BulkOperations;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What looking at Shopify finds, where no webhook told it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@QuarkusTestResource(value = SimulatedShopify.class, restrictToAnnotatedClass = true)
class ShopifyLooksComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");

    @Inject
    Pool pool;

    @Inject
    Migrations migrations;

    @Inject
    Stores stores;

    @Inject
    LocationsTask locationsTask;

    @Inject
    LevelsTask levelsTask;

    @Inject
    InventoryReconcile reconcile;

    @Inject
    SeenStock seen;

    @Inject
    LinkedItems linked;

    @Inject
    GoneItems gone;

    @Inject
    StockBook book;

    @Inject
    ShopifyLookSettings settings;

    @Inject
    LevelExport export;

    @Inject
    BulkOperations operations;

    @Inject
    Vertx vertx;

    ShopifySimulator shopify;

    private Location main;

    @BeforeEach
    void startOver() {
        migrations.done().await().atMost(LIMIT);
        execute("truncate shopify_inventory_cache, shopify_location_cache, product_inventory, inventory_level,"
                + " location, location_source, shopify_level_cursor, rejected_message, sync_job");
        shopify.reset();
        main = shopify.inventory().location((String) null);
        execute("insert into location (store, location_id, name, active, known) values ('" + ACME + "', " + main.id()
                + ", 'Main', true, true)");
        execute("insert into location_source (store, location_id, kind, odoo_id, share) values ('" + ACME + "', "
                + main.id() + ", 'WAREHOUSE', 1, 1)");
    }

    @Test
    void locationsAreStoredAsTheirWebhooksWouldTellThem() {
        // Given
        Location shop = place("Shop");
        Location old = place("Old");
        shopify.inventory().deactivateLocation(old.id());
        execute("insert into location (store, location_id, active, known) values ('" + ACME + "', 77, true, true)");

        // When
        String first = run(() -> locationsTask.run(store()));
        String second = run(() -> locationsTask.run(store()));

        // Then
        Map<String, String> records = rows("select record_id, raw from shopify_location_cache").stream()
                .collect(Collectors.toMap(row -> row.getValue(0).toString(), row -> row.getString(1)));
        assertThat(records.get(String.valueOf(shop.id()))).contains("\"name\":\"Shop\"", "\"active\":true");
        assertThat(records.get(String.valueOf(old.id()))).contains("\"active\":false");
        assertThat(records.get("77")).as("it is not listed any more").isEqualTo("{\"id\":77}");
        assertThat(first)
                .isEqualTo(shopify.inventory().locations().size() + " locations, news of "
                        + (shopify.inventory().locations().size() + 1));
        assertThat(second).endsWith("news of 0");
    }

    @Test
    void aLevelThatChangedUnheardIsFoundAndOneThatIsKnownIsNot() {
        // Given
        Variant changed = shopify.inventory().create("CHANGED", 5, null);
        Variant known = shopify.inventory().create("KNOWN", 5, null);
        Variant gone = shopify.inventory().create("GONE", 5, null);
        Variant foreign = shopify.inventory().create("FOREIGN", 5, null);
        link(changed, known, gone);
        known(5, changed, known, gone);
        shopify.inventory().setAvailable("CHANGED", 3, null);
        shopify.inventory().setAvailable("FOREIGN", 3, null);
        shopify.inventory().stockAt("GONE", place("Shop").name());
        shopify.inventory().unstock("GONE", null);

        // When
        String said = run(() -> levelsTask.run(store()));

        // Then
        assertThat(due()).containsExactlyInAnyOrder(changed.inventoryItemId(), gone.inventoryItemId());
        assertThat(texts("select inventory_item_id from inventory_level where doubts > 0"))
                .hasSize(2);
        assertThat(said).startsWith("1 locations, 4 levels changed, 2 items are due");
        assertThat(foreign.inventoryItemId()).isPositive();
    }

    @Test
    void anItemThatIsStockedAgainIsFoundThoughItsQuantityIsOld() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        link(mug);
        known(5, mug);
        execute("update inventory_level set presence = 'REMOVED', available_at = now()");
        shopify.inventory().stockAt("MUG", place("Shop").name());
        shopify.inventory().unstock("MUG", null);
        shopify.inventory().stockAt("MUG", null);

        // When
        run(() -> levelsTask.run(store()));

        // Then
        assertThat(due()).containsExactly(mug.inventoryItemId());
    }

    @Test
    void theNextLookBeginsWhereTheLastEndedWithAnOverlap() {
        // Given
        link(shopify.inventory().create("MUG", 5, null));
        run(() -> levelsTask.run(store()));
        Instant newest = shopify.inventory().level("MUG", null).updatedAt();
        String until = texts("select until from shopify_level_cursor").get(0);

        // When
        shopify.requests().clear();
        run(() -> levelsTask.run(store()));

        // Then
        assertThat(OffsetDateTime.parse(until).toInstant()).isBetween(newest.minusSeconds(1), newest.plusSeconds(1));
        assertThat(shopify.requests().count("InventoryLevelsUpdatedSince")).isEqualTo(1);
    }

    @Test
    void aLocationThatIsNotServedIsNotAskedAbout() {
        // Given
        execute("update location set active = false");

        // When
        shopify.requests().clear();
        String said = run(() -> levelsTask.run(store()));

        // Then
        assertThat(said).startsWith("0 locations");
        assertThat(shopify.requests().total()).isZero();
    }

    @Test
    void aLocationThatShopifyDoesNotKnowIsNamedAndTheOthersAreLookedAt() {
        // Given
        execute("insert into location (store, location_id, active, known) values ('" + ACME + "', 1, true, true)");
        execute("insert into location_source (store, location_id, kind, odoo_id, share) values ('" + ACME
                + "', 1, 'WAREHOUSE', 1, 1)");
        Variant mug = shopify.inventory().create("MUG", 5, null);
        link(mug);

        // When
        String said = run(() -> levelsTask.run(store()));

        // Then
        assertThat(said).contains("does not know location 1");
        assertThat(due()).containsExactly(mug.inventoryItemId());
    }

    @Test
    void onlyWhatDiffersBecomesDueWhenAllIsCompared() {
        // Given
        shopify.inventory().generate(60, 5);
        List<Variant> items = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            items.add(shopify.catalog().variant("GEN-" + i + "-1"));
        }
        Variant unlinked = items.remove(59);
        link(items.toArray(Variant[]::new));
        known(5, items.toArray(Variant[]::new));
        execute("update inventory_level set available = 4 where inventory_item_id = "
                + items.get(7).inventoryItemId());
        execute("delete from inventory_level where inventory_item_id = "
                + items.get(8).inventoryItemId());

        // When
        Counters counters = run(odooHas(5));

        // Then
        assertThat(due())
                .containsExactlyInAnyOrder(
                        items.get(7).inventoryItemId(), items.get(8).inventoryItemId());
        assertThat(counters.processed()).as("60 in Shopify, 59 in Odoo").isEqualTo(119);
        assertThat(texts("select sku from product_inventory where inventory_item_id = " + unlinked.inventoryItemId()))
                .as("known from now on, to be linked")
                .containsExactly("GEN-60-1");
        assertThat(texts("select count(*) from product_inventory where deleted_at is not null"))
                .containsExactly("0");
    }

    @Test
    void anotherFreeQuantityInOdooMakesAnItemDue() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        link(mug);
        known(5, mug);

        // When
        run(odooHas(5));
        List<Long> before = due();
        run(odooHas(6));

        // Then
        assertThat(before).isEmpty();
        assertThat(due()).containsExactly(mug.inventoryItemId());
    }

    @Test
    void whatIsDueAlreadyIsNotMadeDueAgainByTheComparisonWithOdoo() {
        // Given: of two that differ one is due already, and failed when it was tried
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Variant cup = shopify.inventory().create("CUP", 5, null);
        link(mug, cup);
        known(5, mug, cup);
        answer(linked.raise(ACME, List.of(new ShopifyId(mug.inventoryItemId()))));
        execute("update shopify_inventory_cache set attempts = 3");

        // When
        Counters counters = run(odooHas(6));

        // Then
        assertThat(due()).containsExactlyInAnyOrder(mug.inventoryItemId(), cup.inventoryItemId());
        assertThat(counters.updated()).isEqualTo(1);
        assertThat(texts("select attempts from shopify_inventory_cache where record_id = " + mug.inventoryItemId()))
                .containsExactly("3");
    }

    @Test
    void whatWasDecidedWhileOdooWasAskedIsNotMadeDue() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        Variant cup = shopify.inventory().create("CUP", 5, null);
        link(mug, cup);
        known(5, mug, cup);
        OdooStock six = odooHas(6);

        // When: the cup's number is computed anew while the comparison waits for Odoo
        run((store, products, sources) -> six.free(store, products, sources)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> {
                    execute("delete from inventory_level where inventory_item_id = " + cup.inventoryItemId());
                    known(6, cup);
                }));

        // Then
        assertThat(due()).containsExactly(mug.inventoryItemId());
    }

    @Test
    void linkedItemsThatShopifyDeletedUnheardAreTold() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        link(mug);
        known(5, mug);
        execute("insert into product_inventory (store, inventory_item_id, odoo_product_id) values ('" + ACME
                + "', 4711, 9)");

        // When
        run(odooHas(5));

        // Then
        assertThat(texts("select inventory_item_id from product_inventory where deleted_at is not null"))
                .containsExactly("4711");
    }

    @Test
    void manyMissingItemsAreNotTakenForDeleted() {
        // Given
        Variant mug = shopify.inventory().create("MUG", 5, null);
        link(mug);
        execute("insert into product_inventory (store, inventory_item_id, odoo_product_id) select '" + ACME
                + "', i, i from generate_series(5001, 5030) i");

        // Then
        assertThatThrownBy(() -> run(odooHas(5))).isInstanceOfSatisfying(SyncFailureException.class, e -> {
            assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
            assertThat(e.failure().message()).contains("30 of 31 linked items are not in Shopify");
        });
        assertThat(texts("select count(*) from product_inventory where deleted_at is not null"))
                .containsExactly("0");
    }

    @Test
    void aFileThatLacksRowsDoesNotCountAsDone() throws IOException {
        // Given
        byte[] file = ("{\"id\":\"gid://shopify/InventoryItem/1\",\"sku\":\"A\",\"tracked\":true}\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpServer storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        storage.start();
        RecordedShopify recorded = new RecordedShopify()
                .answer("{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/7\",\"status\":\"COMPLETED\","
                        + "\"objectCount\":\"3\",\"url\":\"http://127.0.0.1:"
                        + storage.getAddress().getPort() + "/result\"}}");
        InventoryReconcile job = job(recorded, odooHas(5));
        String checkpoint = "export 7 2026-11-21T03:00:00Z 0 0 0";

        // Then
        assertThatThrownBy(() -> answer(job.step(store(), Map.of(), Optional.of(checkpoint))))
                .isInstanceOfSatisfying(
                        SyncFailureException.class,
                        e -> assertThat(e.failure().message()).contains("export has 3 rows, its file 1"));
        storage.stop(0);
    }

    @Test
    void anExportThatBrokeSaysSo() {
        // Given
        RecordedShopify recorded = new RecordedShopify()
                .answer("{\"bulkOperation\":{\"id\":\"gid://shopify/BulkOperation/7\",\"status\":\"FAILED\","
                        + "\"errorCode\":\"TIMEOUT\",\"objectCount\":\"0\"}}");
        InventoryReconcile job = job(recorded, odooHas(5));

        // Then
        assertThatThrownBy(
                        () -> answer(job.step(store(), Map.of(), Optional.of("export 7 2026-11-21T03:00:00Z 0 0 0"))))
                .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                    assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
                    assertThat(e.failure().message()).contains("FAILED (TIMEOUT)");
                });
    }

    @Test
    void theJobIsTheOneThatTheServiceOffers() {
        assertThat(reconcile.type()).isEqualTo("inventory");
        assertThatThrownBy(() -> reconcile.validate(Map.of("from", "2026-11-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private InventoryReconcile job(RecordedShopify recorded, OdooStock odoo) {
        BulkOperations operations = new BulkOperations(recorded, Timers.of(vertx));
        return new InventoryReconcile(
                new LevelExport(operations, new BulkFiles(vertx), recorded),
                operations,
                seen,
                linked,
                gone,
                new FreeComparison(linked, book, odoo),
                settings,
                Clock.systemUTC());
    }

    private Counters run(OdooStock odoo) {
        InventoryReconcile job = new InventoryReconcile(
                export,
                operations,
                seen,
                linked,
                gone,
                new FreeComparison(linked, book, odoo),
                settings,
                Clock.systemUTC());
        Counters counters = Counters.NONE;
        Optional<String> checkpoint = Optional.empty();
        do {
            Step step = answer(job.step(store(), Map.of(), checkpoint));
            counters = counters.plus(step.counters());
            checkpoint = step.next();
        } while (checkpoint.isPresent());
        return counters;
    }

    /** Locations outlast a test. */
    private Location place(String name) {
        return shopify.inventory().locations().stream()
                .filter(location -> location.name().equals(name))
                .findFirst()
                .orElseGet(() -> shopify.inventory().addLocation(name));
    }

    private static OdooStock odooHas(int units) {
        Function<Collection<OdooId>, FreeStock> all = products -> {
            Map<OdooId, ProductStock> stock = new HashMap<>();
            products.forEach(product -> stock.put(
                    product,
                    new ProductStock(
                            product,
                            true,
                            true,
                            "Units",
                            true,
                            Map.of(
                                    new StockSource(StockSource.Kind.WAREHOUSE, new OdooId(1)),
                                    BigDecimal.valueOf(units)))));
            return new FreeStock(stock, Map.of());
        };
        return (store, products, sources) -> Uni.createFrom().item(all.apply(products));
    }

    private void link(Variant... items) {
        for (Variant item : items) {
            execute("insert into product_inventory (store, inventory_item_id, sku, tracked, odoo_product_id) values ('"
                    + ACME + "', " + item.inventoryItemId() + ", '" + item.sku() + "', true, " + item.id() + ")");
        }
    }

    /** Read a minute ago, with a number that was computed from the same quantity. */
    private void known(int units, Variant... items) {
        String number = "{\"sources\":[{\"source\":{\"kind\":\"WAREHOUSE\",\"id\":1},\"free\":" + units
                + ",\"share\":1}],\"pending\":0,\"held\":0,\"buffer\":0,\"b2b\":0,\"unexplained\":0,\"shown\":0,\"units\":"
                + units + "}";
        for (Variant item : items) {
            execute("insert into inventory_level (store, inventory_item_id, location_id, presence, available,"
                    + " available_at, kept, number) values ('" + ACME + "', " + item.inventoryItemId() + ", "
                    + main.id() + ", 'STOCKED', " + units + ", now() - interval '1 minute', true, '" + number + "')");
        }
    }

    private List<Long> due() {
        return rows("select record_id from shopify_inventory_cache where status = 'PENDING' order by 1").stream()
                .map(row -> row.getLong(0))
                .toList();
    }

    private Store store() {
        return stores.find(ACME).orElseThrow();
    }

    private static String run(Supplier<Uni<String>> task) {
        return answer(task.get());
    }

    private static <T> T answer(Uni<T> uni) {
        return uni.await().atMost(LIMIT);
    }

    private List<String> texts(String sql) {
        return rows(sql).stream().map(row -> String.valueOf(row.getValue(0))).toList();
    }

    private List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        pool.query(sql).execute().await().atMost(LIMIT).forEach(rows::add);
        return rows;
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().atMost(LIMIT);
    }
}

package io.shopoms.inventory.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.inventory.stock.OrderEffect;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderSettled;
import io.shopoms.model.event.OrderStored;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.model.event.OrderStored.Version;
import io.shopoms.sandbox.embedded.EmbeddedServersResource;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two stores sell the stock of one Odoo, a third one that of another. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServersResource.class)
@TestProfile(StockOrdersComponentTest.ThreeStores.class)
class StockOrdersComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");
    private static final ShopDomain BETA = new ShopDomain("beta.myshopify.com");
    private static final ShopDomain GAMMA = new ShopDomain("gamma.myshopify.com");
    private static final OdooId MUG = new OdooId(501);
    private static final OdooId BAG = new OdooId(502);
    private static final ShopifyId ITEM = new ShopifyId(11);
    private static final ShopifyId ORDER = new ShopifyId(1);

    @Inject
    StockOrders orders;

    @Inject
    ForgottenOrders forgotten;

    @Inject
    PendingUnits pending;

    @Inject
    PendingOrders listed;

    @Inject
    OrderEffects effects;

    @Inject
    Database database;

    @Inject
    Stores stores;

    @Inject
    Migrations migrations;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Pool pool;

    private final Instant now = Instant.now();

    public static final class ThreeStores implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("odoo.url", "http://127.0.0.1:1"),
                    Map.entry("odoo.database", "one"),
                    Map.entry("odoo.api-key", "example"),
                    Map.entry("shopoms.stores.beta.shop-domain", BETA.value()),
                    Map.entry("shopoms.stores.beta.access-token", "shpat_example"),
                    Map.entry("shopoms.stores.beta.odoo-url", "http://127.0.0.1:1"),
                    Map.entry("shopoms.stores.beta.odoo-database", "one"),
                    Map.entry("shopoms.stores.beta.odoo-api-key", "another"),
                    Map.entry("shopoms.stores.gamma.shop-domain", GAMMA.value()),
                    Map.entry("shopoms.stores.gamma.access-token", "shpat_example"),
                    Map.entry("shopoms.stores.gamma.odoo-url", "http://127.0.0.1:1"),
                    Map.entry("shopoms.stores.gamma.odoo-database", "two"),
                    Map.entry("shopoms.stores.gamma.odoo-api-key", "example"),
                    // What is due stays so, to be looked at.
                    Map.entry("shopoms.sync.processing.enabled", "false"),
                    Map.entry("shopoms.sync.scheduler.enabled", "false"));
        }
    }

    @BeforeEach
    void oneProductInEachStore() {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(migrations.areDone()).isTrue());
        execute("truncate order_stock, pending_unit, order_effect, product_inventory, inventory_level,"
                + " shopify_inventory_cache, rejected_message");
        link(ACME, 11, 1, MUG, "MUG-1");
        link(BETA, 21, 2, MUG, "MUG-1");
        link(GAMMA, 31, 3, MUG, "MUG-1");
        link(ACME, 12, 4, BAG, "BAG-1");
    }

    @Test
    void orderLowersEveryStoreOnTheSameOdooUntilItIsSettled() {
        // When
        stored(1, mugs(2));

        // Then
        assertThat(pending(ACME)).containsOnly(Map.entry(MUG, 2L));
        assertThat(pending(BETA)).containsOnly(Map.entry(MUG, 2L));
        assertThat(pending(GAMMA)).isEmpty();
        assertThat(effects(ITEM)).containsExactly(-2L);
        assertThat(due()).containsExactlyInAnyOrder("acme 11", "beta 21");
        assertThat(doubtful()).containsExactly("acme 11");

        // When
        execute("truncate shopify_inventory_cache");
        settled(1);

        // Then
        assertThat(pending(ACME)).isEmpty();
        assertThat(due()).containsExactlyInAnyOrder("acme 11", "beta 21");
        assertThat(effects(ITEM)).containsExactly(-2L);
    }

    @Test
    void repeatedAndOlderEventsChangeNothing() {
        // Given
        stored(2, mugs(3));
        settled(2);
        execute("truncate shopify_inventory_cache");

        // When
        stored(2, mugs(3));
        stored(1, mugs(2));
        settled(1);
        settled(2);

        // Then
        assertThat(pending(ACME)).isEmpty();
        assertThat(effects(ITEM)).containsExactly(-3L);
        assertThat(due()).isEmpty();
    }

    @Test
    void settledEventThatComesFirstIsRemembered() {
        // Given
        settled(1);

        // When
        stored(1, mugs(2));

        // Then
        assertThat(pending(ACME)).isEmpty();
        assertThat(effects(ITEM)).containsExactly(-2L);
    }

    @Test
    void unitsAreThoseOfTheProductThatTheVariantIsLinkedWithNow() {
        // Given
        stored(1, new Line(new ShopifyId(9), "BAG-1", 4), new Line(null, "MUG-1", 1));
        assertThat(pending(BETA)).containsOnly(Map.entry(BAG, 4L), Map.entry(MUG, 1L));
        assertThat(due()).containsExactlyInAnyOrder("acme 11", "acme 12", "beta 21");

        // When
        link(ACME, 19, 9, MUG, "BAG-1");

        // Then
        assertThat(pending(BETA)).containsOnly(Map.entry(MUG, 5L));
        assertThat(effects(new ShopifyId(19))).containsExactly(-4L);
    }

    @Test
    void levelsUseUpEffectsInWholeAndInPart() {
        // Given
        stored(1, mugs(2));
        stored(2, mugs(5));
        List<OrderEffect> both = found(ITEM);

        // When
        run(database.transaction(tx ->
                effects.settle(tx, Map.of(both.get(0).id(), 0L, both.get(1).id(), -1L, 987_654L, -1L))));

        // Then
        assertThat(effects(ITEM)).containsExactly(-1L);
    }

    @Test
    void oldOrderOfWhichNothingIsRememberedHasNoEffect() {
        // When
        run(orders.stored(List.of(new OrderStored(
                ACME, ORDER, "#1", now.minus(Duration.ofDays(200)), new Version(now, 7), List.of(mugs(2)), now))));

        // Then
        assertThat(effects(ITEM)).isEmpty();
        assertThat(pending(ACME)).containsOnly(Map.entry(MUG, 2L));
    }

    @Test
    void orderThatNeverGetsIntoOdooIsGivenUpAndThenForgotten() {
        // Given
        stored(1, mugs(2));
        assertThat(run(forgotten.giveUpOverdue(ACME))).isZero();
        execute("update order_stock set pending_since = pending_since - interval '91 days'");
        execute("truncate shopify_inventory_cache");

        // When
        int given = run(forgotten.giveUpOverdue(ACME));

        // Then
        assertThat(given).isEqualTo(1);
        assertThat(pending(BETA)).isEmpty();
        assertThat(due()).contains("beta 21");

        // When
        assertThat(run(forgotten.deleteSettled())).isZero();
        execute("update order_stock set heard_at = heard_at - interval '31 days'");
        execute("update order_effect set heard_at = heard_at - interval '3 days'");

        // Then
        assertThat(run(forgotten.deleteSettled())).isEqualTo(1);
        assertThat(effects(ITEM)).isEmpty();
    }

    @Test
    void whatIsWaitedForIsListedUntilAPersonEndsIt() {
        // Given
        stored(1, mugs(2), new Line(null, "GONE-1", 1));

        // Then
        assertThat(run(listed.find(ACME, Optional.of("MUG-1"), Optional.empty(), 10)))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.name()).isEqualTo("#1");
                    assertThat(order.units())
                            .containsExactly(
                                    new PendingOrders.Units(Optional.empty(), "GONE-1", 1),
                                    new PendingOrders.Units(Optional.of(1L), "MUG-1", 2));
                });
        assertThat(run(listed.find(BETA, Optional.empty(), Optional.empty(), 10)))
                .isEmpty();
        assertThat(run(listed.find(ACME, Optional.of("BAG-1"), Optional.empty(), 10)))
                .isEmpty();

        // When
        run(orders.giveUp(List.of(new OrderKey(ACME, ORDER)), Who.person("test")));

        // Then
        assertThat(run(listed.find(ACME, ORDER.value()))).isEmpty();
        assertThat(pending(BETA)).isEmpty();
    }

    @Test
    void eventsComeFromTheBrokerAndWhatIsNoEventIsKept() throws Exception {
        // When
        publish(OrderStored.ROUTING_KEY, json.writeValueAsString(event(ORDER, 1, mugs(2))));
        publish(OrderStored.ROUTING_KEY, "{\"shop\":\"acme.myshopify.com\",\"lines\":[]}");
        publish(OrderSettled.ROUTING_KEY, "no event");
        publish(OrderStored.ROUTING_KEY, json.writeValueAsString(event(new ShopifyId(2), 1, mugs(3))));
        publish(
                OrderSettled.ROUTING_KEY,
                json.writeValueAsString(new OrderSettled(ACME, ORDER, new Version(now, 1), now)));

        // Then
        await().atMost(LIMIT).untilAsserted(() -> {
            assertThat(pending(ACME)).containsOnly(Map.entry(MUG, 3L));
            assertThat(rows("select reason from rejected_message")).hasSize(2);
        });
    }

    // --- steps

    private void stored(int version, Line... lines) {
        run(orders.stored(List.of(event(ORDER, version, lines))));
    }

    private OrderStored event(ShopifyId order, int version, Line... lines) {
        return new OrderStored(ACME, order, "#1", now, new Version(now, version), List.of(lines), now);
    }

    private void settled(int version) {
        run(orders.settled(List.of(new OrderSettled(ACME, ORDER, new Version(now, version), now))));
    }

    private void publish(String key, String body) {
        run(outbox.add(Exchanges.EVENTS, key, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }

    private static Line mugs(long units) {
        return new Line(new ShopifyId(1), "MUG-1", units);
    }

    private void link(ShopDomain shop, long item, long variant, OdooId product, String sku) {
        execute("insert into product_inventory (store, inventory_item_id, shopify_variant_id, odoo_product_id, sku)"
                + " values ('" + shop + "', " + item + ", " + variant + ", " + product + ", '" + sku + "')");
        execute("insert into inventory_level (store, inventory_item_id, location_id, presence, available, available_at,"
                + " kept) values ('" + shop + "', " + item + ", 1, 'STOCKED', 10, now(), true)");
    }

    private Map<OdooId, Long> pending(ShopDomain shop) {
        return run(database.transaction(tx -> pending.of(tx, stores.find(shop).orElseThrow(), Set.of(MUG, BAG))));
    }

    private List<Long> effects(ShopifyId item) {
        return found(item).stream().map(OrderEffect::units).toList();
    }

    private List<OrderEffect> found(ShopifyId item) {
        return run(database.transaction(tx -> effects.of(tx, ACME, List.of(item))));
    }

    private List<String> due() {
        return rows("select split_part(store, '.', 1) || ' ' || record_id as name from shopify_inventory_cache"
                        + " where status = 'PENDING'")
                .stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private List<String> doubtful() {
        return rows("select split_part(store, '.', 1) || ' ' || inventory_item_id as name from inventory_level"
                        + " where doubts > 0")
                .stream()
                .map(row -> row.getString("name"))
                .toList();
    }

    private List<Row> rows(String sql) {
        List<Row> rows = new ArrayList<>();
        run(pool.query(sql).execute()).forEach(rows::add);
        return rows;
    }

    private void execute(String sql) {
        run(pool.query(sql).execute());
    }

    private static <T> T run(Uni<T> work) {
        return work.await().atMost(LIMIT);
    }
}

package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the client relies on, to be seen on a real Odoo and on the simulated one alike. */
abstract class OdooScenarios {

    static final Duration LONG = Duration.ofMinutes(3);
    static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final ExternalId CUSTOMER = new ExternalId("realit", "customer", RUN);

    private static Vertx vertx;

    private OdooClient odoo;
    private long product;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void connect() {
        odoo = client(Transport.JSON2, Map.of("max-in-flight", "4"));
        product = get(odoo.searchRead(
                        "product.product", Domain.where("sale_ok", "=", true), List.of("default_code"), "", 1))
                .get(0)
                .get("id")
                .asLong();
        get(odoo.upsert(
                new Load("res.partner", List.of("id", "name"), List.of(List.of(CUSTOMER.toString(), "Ada Example")))));
    }

    /** Where the Odoo is, with the right key. */
    abstract OdooConnection connection(Transport transport);

    @ParameterizedTest
    @EnumSource(Transport.class)
    void keyAndVersionAreRecognized(Transport transport) {
        OdooClient client = client(transport, Map.of());

        assertThat(get(client.userId())).isPositive();
        assertThat(get(client.version()).major()).isGreaterThanOrEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void wrongKeyIsMisconfigured(Transport transport) {
        SyncFailure failure = failure(withKey(transport, "0000000000").userId());

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.remedy()).contains("ODOO_API_KEY");
    }

    @Test
    void wrongDatabaseIsMisconfigured() {
        OdooClient client = withDatabase("no_such_database");

        assertThat(failure(client.userId()))
                .isInstanceOfSatisfying(
                        Misconfigured.class, wrong -> assertThat(wrong.remedy()).contains("ODOO_DATABASE"));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void orderIsCreatedOnceHoweverOftenItIsLoadedAndItsAmountsAreExact(Transport transport) {
        // Given
        OdooClient client = client(transport, Map.of());
        ExternalId order = order("once" + transport.ordinal());
        List<Long> first = get(client.createAbsent(orders(List.of(order), "29.99666667", "3")));

        // When
        List<Long> again = get(client.createAbsent(orders(List.of(order), "1.00", "1")));

        // Then
        assertThat(again).isEqualTo(first).hasSize(1);
        JsonNode read = get(client.read(
                        "sale.order",
                        first,
                        List.of("amount_total", "state", "partner_id", "order_line", "write_date")))
                .get(0);
        assertThat(read.get("amount_total").decimalValue()).isEqualByComparingTo("89.99");
        assertThat(read.get("state").asText()).isEqualTo("draft");
        assertThat(read.get("partner_id").isIntegralNumber()).isTrue();
        assertThat(read.get("order_line")).hasSize(1);
        assertThat(OdooDateTime.read(read.get("write_date")))
                .hasValueSatisfying(time -> assertThat(time)
                        .isBetween(
                                Instant.now().minusSeconds(600), Instant.now().plusSeconds(600)));
    }

    @Test
    void parallelLoadsOfOneOrderMakeOneOrder() {
        // Given
        ExternalId order = order("parallel");
        List<Uni<List<Long>>> calls = IntStream.range(0, 16)
                .mapToObj(i -> odoo.createAbsent(orders(List.of(order), "10.00", "1")))
                .toList();

        // When
        List<List<Long>> ids = get(Uni.join().all(calls).usingConcurrencyOf(16).andFailFast());

        // Then
        assertThat(ids).hasSize(16).containsOnly(ids.get(0));
    }

    @Test
    void badRecordsDoNotFailTheirNeighbours() {
        // Given
        List<ExternalId> wanted =
                IntStream.range(0, 6).mapToObj(i -> order("each" + i)).toList();
        Load load = orders(wanted, "10.00", "1");
        List<List<Object>> rows = new ArrayList<>(load.rows());
        rows.set(1, replaced(load, 1, "order_line/product_id/.id", 99_999_999L));
        rows.set(4, replaced(load, 4, "partner_id/id", ""));

        // When
        List<LoadResult> results = get(odoo.createAbsentEach(new Load(load.model(), load.fields(), rows)));

        // Then
        assertThat(results)
                .extracting(LoadResult::externalId)
                .containsExactlyElementsOf(
                        wanted.stream().map(ExternalId::toString).toList());
        assertThat(results.get(1))
                .isInstanceOfSatisfying(
                        NotLoaded.class, bad -> assertThat(bad.failure()).isInstanceOf(MissingDependency.class));
        assertThat(results.get(4))
                .isInstanceOfSatisfying(
                        NotLoaded.class, bad -> assertThat(bad.failure()).isInstanceOf(RejectedByTarget.class));
        for (int good : new int[] {0, 2, 3, 5}) {
            assertThat(results.get(good)).isInstanceOf(Loaded.class);
        }
        assertThat(get(odoo.searchRead(
                        "sale.order", Domain.where("origin", "like", "realit:" + RUN + ":each"), List.of("id"), "", 0)))
                .hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void secondConfirmationIsRejectedAndTheOrderStaysConfirmed(Transport transport) {
        // Given
        OdooClient client = client(transport, Map.of());
        List<Long> ids =
                get(client.createAbsent(orders(List.of(order("confirm" + transport.ordinal())), "10.00", "1")));
        get(client.call("sale.order", "action_confirm", ids(ids)));

        // When
        SyncFailure failure = failure(client.call("sale.order", "action_confirm", ids(ids)));

        // Then
        assertThat(failure).isInstanceOf(RejectedByTarget.class);
        assertThat(get(client.read("sale.order", ids, List.of("state")))
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("sale");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void linesAreFoundByTheirExternalIdsAndBack(Transport transport) {
        // Given
        OdooClient client = client(transport, Map.of());
        ExternalId order = order("lines" + transport.ordinal());
        ExternalId line = new ExternalId("realit", "line", order.key());
        List<Long> ids = get(client.createAbsent(orders(List.of(order), "10.00", "1")));
        long lineId = get(client.read("sale.order", ids, List.of("order_line")))
                .get(0)
                .at("/order_line/0")
                .asLong();

        // When, Then
        assertThat(get(client.externalIdsOf("sale.order.line", List.of(lineId))))
                .containsEntry(lineId, List.of(line));
        assertThat(get(client.idsOf(
                        "sale.order.line", List.of(line, new ExternalId("realit", "line", RUN + "nowhere")))))
                .containsExactly(Map.entry(line, lineId));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void errorsAreRecognizedByTheirNames(Transport transport) {
        OdooClient client = client(transport, Map.of());
        ObjectNode name = JsonBodies.object().put("name", "x");

        assertThat(get(client.read("res.partner", List.of(99_999_999L), List.of("name"))))
                .isEmpty();
        assertThat(failure(client.write("res.partner", List.of(99_999_999L), name)))
                .isInstanceOf(MissingDependency.class);
        assertThat(failure(client.searchRead("res.partner", Domain.all(), List.of("no_such_field"), "", 1)))
                .isInstanceOf(RejectedByTarget.class);
        assertThat(failure(client.call("res.partner", "no_such_method", JsonBodies.object())))
                .isInstanceOf(RejectedByTarget.class);
        assertThat(failure(client.searchRead("ir.model.data", Domain.all(), List.of("name"), "", 1)))
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        denied -> assertThat(denied.message()).contains("ir.model.data"));
    }

    @Test
    void unknownSkuInALoadIsAMissingDependency() {
        // Given
        Load load = new Load(
                "sale.order",
                List.of("id", "partner_id/id", "order_line/id", "order_line/product_id"),
                List.of(List.of(
                        order("sku").toString(),
                        CUSTOMER.toString(),
                        new ExternalId("realit", "line", RUN + "sku").toString(),
                        "NO-SUCH-SKU")));

        // When, Then
        assertThat(failure(odoo.createAbsent(load))).isInstanceOf(MissingDependency.class);
    }

    static ExternalId order(String key) {
        return new ExternalId("realit", "order", RUN + key);
    }

    Load orders(List<ExternalId> ids, String price, String quantity) {
        return new Load(
                "sale.order",
                List.of(
                        "id",
                        "partner_id/id",
                        "origin",
                        "order_line/id",
                        "order_line/product_id/.id",
                        "order_line/name",
                        "order_line/product_uom_qty",
                        "order_line/price_unit",
                        "order_line/tax_ids/.id"),
                ids.stream()
                        .map(id -> List.<Object>of(
                                id.toString(),
                                CUSTOMER.toString(),
                                "realit:" + RUN + ":" + id.key().substring(RUN.length()),
                                new ExternalId("realit", "line", id.key()).toString(),
                                product,
                                "Thing 🎁 \"quoted\", with comma",
                                new BigDecimal(quantity),
                                new BigDecimal(price),
                                ""))
                        .toList());
    }

    private static List<Object> replaced(Load load, int row, String column, Object value) {
        List<Object> cells = new ArrayList<>(load.rows().get(row));
        cells.set(load.fields().indexOf(column), value);
        return cells;
    }

    static ObjectNode ids(List<Long> ids) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("ids", JsonBodies.tree(ids));
        return arguments;
    }

    OdooClient client(Transport transport, Map<String, String> settings) {
        return OdooConnections.clients(vertx, settings).of(OdooConnections.store(connection(transport)));
    }

    private OdooClient withKey(Transport transport, String key) {
        OdooConnection right = connection(transport);
        return OdooConnections.clients(vertx, Map.of())
                .of(OdooConnections.store(
                        new OdooConnection(right.url(), right.database(), key, transport, right.login())));
    }

    private OdooClient withDatabase(String database) {
        OdooConnection right = connection(Transport.JSON2);
        return OdooConnections.clients(vertx, Map.of())
                .of(OdooConnections.store(
                        new OdooConnection(right.url(), database, right.apiKey(), Transport.JSON2, right.login())));
    }

    static <T> T get(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    static SyncFailure failure(Uni<?> call) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(call)).failure();
    }
}

package io.shopoms.sync.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The client against a real Odoo 19 with Sales and Inventory, named by {@code ODOO_URL}, {@code ODOO_DATABASE} and
 * {@code ODOO_API_KEY}. Leaves orders of a customer "Ada Example" behind: use a database for tests.
 */
@EnabledIfEnvironmentVariable(named = "ODOO_URL", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_DATABASE", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
@EnabledIfEnvironmentVariable(named = "ODOO_API_KEY", matches = ".+", disabledReason = OdooRealIT.NO_ODOO)
class OdooRealIT {

    static final String NO_ODOO = "no real Odoo: set ODOO_URL, ODOO_DATABASE and ODOO_API_KEY to run these tests";

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String RUN = Long.toString(System.currentTimeMillis(), 36);
    private static final ExternalId CUSTOMER = new ExternalId("realit", "customer", RUN);

    private static Vertx vertx;
    private static OdooClient odoo;
    private static long product;
    private static String login;

    @BeforeAll
    static void connect() {
        vertx = Vertx.vertx();
        odoo = client(Transport.JSON2, System.getenv("ODOO_API_KEY"), Map.of("max-in-flight", "4"));
        product = get(odoo.searchRead(
                        "product.product", Domain.where("sale_ok", "=", true), List.of("default_code"), "", 1))
                .get(0)
                .get("id")
                .asLong();
        login = get(odoo.read("res.users", List.of(get(odoo.userId())), List.of("login")))
                .get(0)
                .get("login")
                .asText();
        get(odoo.upsert(
                new Load("res.partner", List.of("id", "name"), List.of(List.of(CUSTOMER.toString(), "Ada Example")))));
    }

    @AfterAll
    static void disconnect() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void keyAndVersionAreRecognized(Transport transport) {
        OdooClient client = client(transport, System.getenv("ODOO_API_KEY"), Map.of());

        assertThat(get(client.userId())).isPositive();
        assertThat(get(client.version()).major()).isGreaterThanOrEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void wrongKeyIsMisconfigured(Transport transport) {
        SyncFailure failure = failure(client(transport, "0000000000", Map.of()).userId());

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.remedy()).contains("ODOO_API_KEY");
    }

    @Test
    void wrongDatabaseIsMisconfigured() {
        OdooClient client = client("no_such_database", Transport.JSON2, System.getenv("ODOO_API_KEY"), Map.of());

        assertThat(failure(client.userId()))
                .isInstanceOfSatisfying(
                        Misconfigured.class, wrong -> assertThat(wrong.remedy()).contains("ODOO_DATABASE"));
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void orderIsCreatedOnceHoweverOftenItIsLoadedAndItsAmountsAreExact(Transport transport) {
        // Given
        OdooClient client = client(transport, System.getenv("ODOO_API_KEY"), Map.of());
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

    @Test
    void answerLostToATimeoutIsFoundByLoadingAgain() {
        // Given
        List<ExternalId> wanted =
                IntStream.range(0, 100).mapToObj(i -> order("late" + i)).toList();
        Load load = orders(wanted, "10.00", "1");
        OdooClient impatient =
                client(Transport.JSON2, System.getenv("ODOO_API_KEY"), Map.of("read-timeout", "150ms", "tries", "1"));
        assertThat(failure(impatient.createAbsent(load))).isInstanceOf(TransientFailure.class);

        // When
        List<Long> ids = get(odoo.createAbsent(load));

        // Then
        assertThat(ids).hasSize(100).doesNotHaveDuplicates();
        assertThat(get(odoo.searchRead(
                        "sale.order", Domain.where("origin", "=", "realit:" + RUN + ":late0"), List.of("id"), "", 0)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void secondConfirmationIsRejectedAndTheOrderStaysConfirmed(Transport transport) {
        // Given
        OdooClient client = client(transport, System.getenv("ODOO_API_KEY"), Map.of());
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
        OdooClient client = client(transport, System.getenv("ODOO_API_KEY"), Map.of());
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
        OdooClient client = client(transport, System.getenv("ODOO_API_KEY"), Map.of());
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

    @Test
    void longSearchesAreReadInPages() {
        List<JsonNode> all = get(odoo.searchRead("res.country.state", Domain.all(), List.of("code"), "", 1_200));

        assertThat(all).hasSize(1_200);
        assertThat(all).extracting(state -> state.get("id").asLong()).isSorted().doesNotHaveDuplicates();
    }

    private static ExternalId order(String key) {
        return new ExternalId("realit", "order", RUN + key);
    }

    private static Load orders(List<ExternalId> ids, String price, String quantity) {
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

    private static ObjectNode ids(List<Long> ids) {
        ObjectNode arguments = JsonBodies.object();
        arguments.set("ids", JsonBodies.tree(ids));
        return arguments;
    }

    private static OdooClient client(Transport transport, String key, Map<String, String> settings) {
        return client(System.getenv("ODOO_DATABASE"), transport, key, settings);
    }

    private static OdooClient client(String database, Transport transport, String key, Map<String, String> settings) {
        return OdooConnections.clients(vertx, settings)
                .of(OdooConnections.store(new OdooConnection(
                        URI.create(System.getenv("ODOO_URL")),
                        database,
                        key,
                        transport,
                        Optional.of(login == null ? "unused" : login))));
    }

    private static <T> T get(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    private static SyncFailure failure(Uni<?> call) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(call)).failure();
    }
}

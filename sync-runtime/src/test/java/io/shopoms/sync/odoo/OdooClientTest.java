package io.shopoms.sync.odoo;

import static io.shopoms.sync.http.ScriptedServer.answer;
import static io.shopoms.sync.http.ScriptedServer.cutOff;
import static io.shopoms.sync.http.ScriptedServer.halfAnswer;
import static io.shopoms.sync.http.ScriptedServer.html;
import static io.shopoms.sync.http.ScriptedServer.http10;
import static io.shopoms.sync.http.ScriptedServer.json;
import static io.shopoms.sync.http.ScriptedServer.silence;
import static io.shopoms.sync.http.ScriptedServer.status;
import static io.shopoms.sync.odoo.OdooConnections.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.ScriptedServer;
import io.shopoms.sync.http.ScriptedServer.Request;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON-2 client against exact envelopes of Odoo 19. */
class OdooClientTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String COLLISION = "{\"ids\":false,\"messages\":[{\"type\":\"error\",\"message\":"
            + "\"could not serialize access due to concurrent update\"}],\"nextrow\":0}";
    private static final Load ONE_ORDER = new Load(
            "sale.order",
            List.of("id", "client_order_ref", "order_line/id", "order_line/price_unit"),
            List.of(List.of("__shopify__.acme_order_1", "#1001", "__shopify__.acme_line_1", new BigDecimal("0.10"))));

    private static Vertx vertx;

    private ScriptedServer server;
    private OdooClient odoo;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server = new ScriptedServer(vertx);
        odoo = OdooConnections.clients(vertx, Map.of()).of(OdooConnections.store(server.url(), Transport.JSON2));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void callIsWrittenAsJson2WantsIt() {
        // Given
        server.then(http10(200, "application/json; charset=utf-8", "{\"lang\": \"en_US\", \"tz\": false, \"uid\": 5}"));

        // When
        long user = get(odoo.userId());

        // Then
        assertThat(user).isEqualTo(5);
        Request request = server.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/json/2/res.users/context_get");
        assertThat(request.header("Authorization")).isEqualTo("bearer " + KEY);
        assertThat(request.header("Content-Type")).isEqualTo("application/json");
        assertThat(request.header("X-Odoo-Database")).isEqualTo("acme");
        assertThat(request.body()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "false", "[]", "17", "\"text\""})
    void bareResultsAreHandedOnAsTheyAre(String result) {
        server.then(json(result));

        assertThat(get(odoo.call("sale.order", "action_confirm", JsonBodies.object())))
                .hasToString(result);
    }

    @Test
    void amountsAreReadExactly() {
        server.then(json("[{\"id\":1,\"amount_total\":69.70}]"));

        JsonNode order = get(odoo.read("sale.order", List.of(1L), List.of("amount_total")))
                .get(0);

        assertThat(order.get("amount_total").decimalValue()).isEqualTo("69.70");
    }

    @Test
    void createAbsentSendsTheContextThatLeavesExistingRecordsAlone() {
        // Given
        server.then(json("{\"ids\":[2020],\"messages\":[],\"nextrow\":0}"));

        // When
        List<Long> ids = get(odoo.createAbsent(ONE_ORDER));

        // Then
        assertThat(ids).containsExactly(2020L);
        assertThat(server.request().path()).isEqualTo("/json/2/sale.order/load");
        assertThat(bodyOf(server.request())).isEqualTo(tree("""
                        {"fields":["id","client_order_ref","order_line/id","order_line/price_unit"],
                         "data":[["__shopify__.acme_order_1","#1001","__shopify__.acme_line_1",0.10]],
                         "context":{"tracking_disable":true,"mail_create_nolog":true,"mail_create_nosubscribe":true,
                                    "mode":"update","noupdate":true,"lang":"en_US"}}"""));
    }

    @Test
    void upsertSendsNoContextThatWouldKeepExistingRecords() {
        server.then(json("{\"ids\":[446],\"messages\":[],\"nextrow\":0}"));

        assertThat(get(odoo.upsert(ONE_ORDER))).containsExactly(446L);

        assertThat(bodyOf(server.request()).get("context")).isEqualTo(tree("{\"tracking_disable\":true}"));
    }

    @Test
    void emptyLoadAsksNobody() {
        assertThat(get(odoo.createAbsent(new Load("sale.order", List.of("id"), List.of()))))
                .isEmpty();
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void collidingTransactionsAreLoadedAgain() {
        server.then(json(COLLISION), json(COLLISION), json("{\"ids\":[7],\"messages\":[],\"nextrow\":0}"));

        assertThat(get(odoo.createAbsent(ONE_ORDER))).containsExactly(7L);

        assertThat(server.requests())
                .hasSize(3)
                .extracting(Request::body)
                .containsOnly(server.request().body());
    }

    @Test
    void collisionThatDoesNotEndIsTransient() {
        server.then(json(COLLISION));

        assertThat(failure(odoo.createAbsent(ONE_ORDER))).isInstanceOf(TransientFailure.class);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void lostAnswerOfALoadIsAskedForAgain() {
        server.then(cutOff(), halfAnswer(), json("{\"ids\":[7],\"messages\":[],\"nextrow\":0}"));

        assertThat(get(odoo.createAbsent(ONE_ORDER))).containsExactly(7L);
    }

    @Test
    void refusedLoadSaysWhatOdooSays() {
        server.then(json("{\"ids\":false,\"messages\":[{\"type\":\"error\",\"record\":0,\"rows\":{\"from\":0,\"to\":0},"
                + "\"field\":\"partner_id\",\"message\":\"Missing required value for the field 'Customer'\"}],"
                + "\"nextrow\":0}"));

        SyncFailure failure = failure(odoo.createAbsent(ONE_ORDER));

        assertThat(failure).isInstanceOf(RejectedByTarget.class);
        assertThat(failure.message())
                .isEqualTo("Odoo refused sale.order.partner_id: Missing required value for the field 'Customer'");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void referenceToSomethingThatOdooLacksWaitsForIt() {
        server.then(json("{\"ids\":false,\"messages\":[{\"type\":\"error\",\"message\":"
                + "\"No matching record found for name 'NO-SUCH-SKU' in field 'Order Lines/Product'\"}]}"));

        assertThat(failure(odoo.createAbsent(ONE_ORDER))).isInstanceOf(MissingDependency.class);
    }

    @Test
    void aLoadWithoutTheRightToCreateIsAMatterOfConfiguration() {
        server.then(json("{\"ids\":false,\"messages\":[{\"type\":\"error\",\"record\":0,\"rows\":{\"from\":0,\"to\":0},"
                + "\"message\":\"You are not allowed to create 'Journal Entry' (account.move) records.\\n\\nThis operation is"
                + " allowed for the following groups:\\n\\t- Accounting/Invoicing\"}],\"nextrow\":0}"));

        SyncFailure failure = failure(odoo.createAbsent(new Load(
                "account.move", List.of("id", "ref"), List.of(List.of("__shopify__.acme_invoice_1_1", "#1")))));

        assertThat(failure).isInstanceOf(Misconfigured.class);
        assertThat(failure.message()).contains("account.move/load", "You are not allowed to create 'Journal Entry'");
        assertThat(failure.remedy()).contains("Invoicing (account.group_account_invoice)");
    }

    @Test
    void answerWithTooFewIdsIsNotTaken() {
        server.then(json("{\"ids\":[],\"messages\":[],\"nextrow\":0}"));

        assertThat(failure(odoo.createAbsent(ONE_ORDER))).isInstanceOf(RejectedByTarget.class);
    }

    @Test
    void readIsTriedAgainAfterALostAnswer() {
        server.then(cutOff(), status(502), json("[]"));

        assertThat(get(odoo.read("sale.order", List.of(1L), List.of("state")))).isEmpty();

        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void actionIsNotSentTwiceAfterALostAnswer() {
        server.then(cutOff(), json("true"));

        assertThat(failure(odoo.call("sale.order", "action_confirm", JsonBodies.object())))
                .isInstanceOf(TransientFailure.class);

        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void writeIsNotSentTwiceWhenAProxyGaveUp(int status) {
        server.then(status(status), json("true"));

        assertThat(failure(odoo.write("sale.order", List.of(1L), JsonBodies.object())))
                .isInstanceOf(TransientFailure.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void actionThatOdooRolledBackIsSentAgain() {
        server.then(
                json(
                        500,
                        "{\"name\":\"psycopg2.errors.SerializationFailure\",\"message\":\"x\",\"debug\":\"Traceback\"}"),
                json(409, "{\"name\":\"odoo.exceptions.LockError\",\"message\":\"x\"}"),
                answer(429, "text/plain", "Retry-After: 0\r\n", ""),
                json("true"));

        assertThat(get(odoo.call("sale.order", "action_confirm", JsonBodies.object()))
                        .booleanValue())
                .isTrue();
    }

    @Test
    void tracebackIsNowhereInTheFailure() {
        // Given
        server.then(json(
                422,
                "{\"name\":\"odoo.exceptions.ValidationError\",\"message\":\"Contacts require a name\",\"arguments\":[],"
                        + "\"context\":{},\"debug\":\"Traceback (most recent call last): secret\"}"));

        // When
        SyncFailureException e = catchThrowableOfType(
                SyncFailureException.class, () -> get(odoo.write("res.partner", List.of(1L), JsonBodies.object())));

        // Then
        assertThat(e.failure()).isInstanceOf(RejectedByTarget.class);
        assertThat(e.failure().message()).contains("Contacts require a name");
        assertThat(e).hasNoCause();
        assertThat(e.toString() + e.failure()).doesNotContain("Traceback").doesNotContain(KEY);
    }

    @Test
    void retryAfterOfAnOverloadedOdooReachesTheEngine() {
        server.then(answer(503, "text/html", "Retry-After: 120\r\n", "<html>"));

        assertThat(failure(odoo.userId()))
                .isInstanceOfSatisfying(
                        TransientFailure.class,
                        wait -> assertThat(wait.retryAfter()).contains(Duration.ofSeconds(120)));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void loginPageInsteadOfAnAnswerIsAWrongAddress() {
        server.then(html(200));

        assertThat(failure(odoo.userId()))
                .isInstanceOfSatisfying(
                        Misconfigured.class, wrong -> assertThat(wrong.remedy()).contains("ODOO_URL"));
    }

    @Test
    void unknownDatabaseIsMisconfigured() {
        server.then(http10(404, "text/html; charset=utf-8", "<!DOCTYPE html>\n<title>404 Not Found</title>"));

        assertThat(failure(odoo.userId())).isInstanceOf(Misconfigured.class);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void silentOdooIsGivenUpAfterTheReadTimeout() {
        // Given
        server.then(silence());
        OdooClient impatient = OdooConnections.clients(vertx, Map.of("read-timeout", "100ms", "tries", "2"))
                .of(OdooConnections.store(server.url(), Transport.JSON2));

        // When
        SyncFailure failure = failure(impatient.userId());

        // Then (the server may read what was sent after the client has gone)
        assertThat(failure).isInstanceOf(TransientFailure.class);
        await().atMost(LONG).untilAsserted(() -> assertThat(server.requests()).hasSize(2));
    }

    @Test
    void answerBeyondTheLimitIsNotRead() {
        // Given
        server.then(ScriptedServer.chunked(10 * 1024));
        OdooClient small = OdooConnections.clients(vertx, Map.of("max-answer-size", "1M"))
                .of(OdooConnections.store(server.url(), Transport.JSON2));

        // When
        SyncFailure failure = failure(small.userId());

        // Then
        assertThat(failure).isInstanceOf(RejectedByTarget.class);
        assertThat(failure.remedy()).contains("shopoms.odoo.max-answer-size");
    }

    @Test
    void searchWithoutALimitIsReadPageByPageAfterTheLastId() {
        // Given
        server.then(json(records(1, 500)), json(records(501, 1000)), json(records(1001, 1001)));

        // When
        List<JsonNode> found = get(odoo.searchRead(
                "product.product",
                Domain.where("default_code", "in", List.of("A", "B")),
                List.of("default_code"),
                "",
                0));

        // Then
        assertThat(found)
                .extracting(record -> record.get("id").asInt())
                .isEqualTo(IntStream.rangeClosed(1, 1001).boxed().toList());
        assertThat(bodyOf(server.requests().get(0))).isEqualTo(tree("""
                        {"domain":[["default_code","in",["A","B"]]],"fields":["default_code"],
                         "order":"id","limit":500,"load":null}"""));
        assertThat(bodyOf(server.requests().get(2)).get("domain"))
                .isEqualTo(tree("[[\"default_code\",\"in\",[\"A\",\"B\"]],[\"id\",\">\",1000]]"));
    }

    @Test
    void limitIsKeptOverPages() {
        server.then(json(records(1, 500)), json(records(501, 520)));

        assertThat(get(odoo.searchRead("res.country", Domain.all(), List.of("code"), "id", 520)))
                .hasSize(520);

        assertThat(bodyOf(server.requests().get(1)).get("limit").asInt()).isEqualTo(20);
    }

    @Test
    void anotherOrderIsPagedByOffset() {
        server.then(json(records(1, 500)), json("[]"));

        get(odoo.searchRead("stock.picking", Domain.all(), List.of("name"), "write_date, id", 0));

        assertThat(bodyOf(server.requests().get(0)).get("order").asText()).isEqualTo("write_date, id");
        assertThat(bodyOf(server.requests().get(1)).get("offset").asInt()).isEqualTo(500);
    }

    @Test
    void readOfNothingAsksNobodyAndReadOfManyAsksInParts() {
        server.then(json(records(1, 500)), json(records(501, 501)));

        assertThat(get(odoo.read("sale.order", List.of(), List.of("state")))).isEmpty();
        assertThat(server.requests()).isEmpty();
        List<Long> ids = IntStream.rangeClosed(1, 501).mapToObj(Long::valueOf).toList();
        assertThat(get(odoo.read("sale.order", ids, List.of("state")))).hasSize(501);
        assertThat(bodyOf(server.requests().get(1)))
                .isEqualTo(tree("{\"ids\":[501],\"fields\":[\"state\"],\"load\":null}"));
    }

    @Test
    void writeSendsIdsAndValues() {
        server.then(json("true"));

        get(odoo.write("stock.picking", List.of(3L, 4L), JsonBodies.object().put("carrier_tracking_ref", "X1")));

        assertThat(server.request().path()).isEqualTo("/json/2/stock.picking/write");
        assertThat(bodyOf(server.request()))
                .isEqualTo(tree("{\"ids\":[3,4],\"vals\":{\"carrier_tracking_ref\":\"X1\"}}"));
    }

    @Test
    void externalIdsAreLookedUpAndUnknownOnesAreAbsent() {
        // Given
        ExternalId known = new ExternalId("acme", "order", "1");
        ExternalId unknown = new ExternalId("acme", "order", "2");
        server.then(
                json(500, "{\"name\":\"builtins.ValueError\",\"message\":\"External ID not found in the system\"}"));

        // When
        Map<ExternalId, Long> none = get(odoo.idsOf("sale.order", List.of(unknown)));
        server.then(json("[\"sale.order\",17]"));
        Map<ExternalId, Long> one = get(odoo.idsOf("sale.order", List.of(known)));

        // Then
        assertThat(none).isEmpty();
        assertThat(one).containsExactly(Map.entry(known, 17L));
        assertThat(server.request().path()).isEqualTo("/json/2/ir.model.data/check_object_reference");
        assertThat(bodyOf(server.request()))
                .isEqualTo(
                        tree(
                                "{\"module\":\"__shopify__\",\"xml_id\":\"acme_order_1\",\"context\":{\"active_test\":false}}"));
    }

    @Test
    void externalIdOfAnotherModelIsSaid() {
        server.then(json("[\"res.partner\",17]"));

        assertThat(failure(odoo.idsOf("sale.order", List.of(new ExternalId("acme", "order", "1")))))
                .isInstanceOf(RejectedByTarget.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[1,2]", "{\"error\":\"busy\"}"})
    void jsonOfSomethingElseThanOdooFailsNoRecord(String answer) {
        server.then(json(answer));

        assertThat(failure(odoo.idsOf("sale.order", List.of(new ExternalId("acme", "order", "1")))))
                .isInstanceOf(Misconfigured.class);
    }

    @Test
    void recordThatOneWorkerDoesNotShowIsAskedForAgain() {
        // Given
        ExternalId order = new ExternalId("acme", "order", "1");
        server.then(json("[\"sale.order\",false]"), json("[\"sale.order\",17]"), json("[\"sale.order\",false]"));

        // When, Then
        assertThat(get(odoo.idsOf("sale.order", List.of(order)))).containsEntry(order, 17L);
        assertThat(failure(odoo.idsOf("sale.order", List.of(order)))).isInstanceOf(TransientFailure.class);
    }

    @Test
    void ourExternalIdsOfRecordsAreReadFromTheirMetadata() {
        server.then(
                json(
                        "[{\"id\":1,\"xmlid\":\"base.main_partner\",\"xmlids\":[{\"xmlid\":\"base.main_partner\"},"
                                + "{\"xmlid\":\"__shopify__.acme_line_9\",\"noupdate\":true}]},{\"id\":2,\"xmlid\":false,\"xmlids\":[]}]"));

        assertThat(get(odoo.externalIdsOf("sale.order.line", List.of(1L, 2L))))
                .containsEntry(1L, List.of(new ExternalId("acme", "line", "9")))
                .containsEntry(2L, List.of());
    }

    @Test
    void versionNeedsNoKey() {
        server.then(json("{\"version_info\": [19, 0, 0, \"final\", 0, \"\"], \"version\": \"19.0\"}"));

        assertThat(get(odoo.version())).isEqualTo(new OdooVersion(19, "19.0"));

        assertThat(server.request().path()).isEqualTo("/web/version");
        assertThat(server.request().header("Authorization")).isNull();
    }

    private static String records(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(id -> "{\"id\":" + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static JsonNode bodyOf(Request request) {
        return tree(request.body());
    }

    private static JsonNode tree(String json) {
        return JsonBodies.read(Buffer.buffer(json)).orElseThrow();
    }

    private static <T> T get(Uni<T> call) {
        return call.await().atMost(LONG);
    }

    private static SyncFailure failure(Uni<?> call) {
        return catchThrowableOfType(SyncFailureException.class, () -> get(call)).failure();
    }
}

package io.shopoms.sync.odoo;

import static io.shopoms.sync.http.ScriptedServer.cutOff;
import static io.shopoms.sync.http.ScriptedServer.html;
import static io.shopoms.sync.http.ScriptedServer.http10;
import static io.shopoms.sync.http.ScriptedServer.json;
import static io.shopoms.sync.http.ScriptedServer.status;
import static io.shopoms.sync.odoo.OdooConnections.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.http.JsonBodies;
import io.shopoms.sync.http.ScriptedServer;
import io.shopoms.sync.http.ScriptedServer.Reply;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client for Odoo 18 and older against exact envelopes of its JSON-RPC. */
class JsonRpcTest {

    private static final Duration LONG = Duration.ofSeconds(60);
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
        odoo = OdooConnections.clients(vertx, Map.of()).of(OdooConnections.store(server.url(), Transport.JSONRPC));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void loginIsExchangedForAUserIdOnceAndIdsArePositional() {
        // Given
        server.then(result("7"), result("true"), result("[]"));

        // When
        get(odoo.write("stock.picking", List.of(3L), JsonBodies.object().put("note", "n")));
        get(odoo.read("stock.picking", List.of(3L), List.of("state")));

        // Then
        assertThat(server.requests())
                .hasSize(3)
                .allMatch(request -> request.path().equals("/jsonrpc"));
        assertThat(body(0))
                .isEqualTo(tree("{\"jsonrpc\":\"2.0\",\"method\":\"call\",\"id\":1,\"params\":{\"service\":\"common\","
                        + "\"method\":\"authenticate\",\"args\":[\"acme\",\"sync@example.com\",\"" + KEY + "\",{}]}}"));
        assertThat(body(1).at("/params"))
                .isEqualTo(tree("{\"service\":\"object\",\"method\":\"execute_kw\",\"args\":[\"acme\",7,\"" + KEY
                        + "\",\"stock.picking\",\"write\",[[3]],{\"vals\":{\"note\":\"n\"}}]}"));
        assertThat(body(2).at("/params/args/5")).isEqualTo(tree("[[3]]"));
        assertThat(body(2).at("/params/args/6")).isEqualTo(tree("{\"fields\":[\"state\"],\"load\":null}"));
    }

    @Test
    void methodsWithoutIdsHaveNoPositionalArguments() {
        server.then(result("7"), result("[]"));

        get(odoo.searchRead("res.country", Domain.where("code", "=", "US"), List.of("name"), "", 1));

        assertThat(body(1).at("/params/args/5")).isEqualTo(tree("[]"));
        assertThat(body(1).at("/params/args/6/domain")).isEqualTo(tree("[[\"code\",\"=\",\"US\"]]"));
    }

    @Test
    void odoo18HearsAndAnswersInItsOwnFieldNames() {
        // Given
        server.then(
                result("7"),
                result("{\"server_version\":\"18.0\"}"),
                result("[{\"id\":4,\"tax_id\":[5],\"name\":\"Mug\"}]"),
                result("true"));
        ObjectNode values = JsonBodies.object();
        values.set("order_line", tree("[[1,4,{\"tax_ids\":[[6,0,[5]]],\"price_unit\":1}],[3,9]]"));

        // When
        List<JsonNode> lines = get(odoo.searchRead(
                "sale.order.line", Domain.where("tax_ids", "in", List.of(5)), List.of("tax_ids", "name"), "", 0));
        get(odoo.write("sale.order", List.of(3L), values));

        // Then
        assertThat(body(1).at("/params/method").asText()).isEqualTo("version");
        assertThat(body(2).at("/params/args/6/fields")).isEqualTo(tree("[\"tax_id\",\"name\"]"));
        assertThat(body(2).at("/params/args/6/domain/0/0").asText()).isEqualTo("tax_id");
        assertThat(lines).containsExactly(tree("{\"id\":4,\"tax_ids\":[5],\"name\":\"Mug\"}"));
        assertThat(body(3).at("/params/args/6/vals/order_line"))
                .isEqualTo(tree("[[1,4,{\"tax_id\":[[6,0,[5]]],\"price_unit\":1}],[3,9]]"));
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void odoo18LoadsInItsOwnColumnNames() {
        // Given
        server.then(
                result("7"),
                result("{\"server_version\":\"18.0\"}"),
                result("{\"ids\":[11],\"messages\":[],\"nextrow\":0}"));

        // When
        get(odoo.createAbsent(new Load(
                "sale.order",
                List.of("id", "order_line/id", "order_line/tax_ids/.id"),
                List.of(List.of("a.b", "a.c", "5")))));

        // Then
        assertThat(body(2).at("/params/args/6/fields"))
                .isEqualTo(tree("[\"id\",\"order_line/id\",\"order_line/tax_id/.id\"]"));
    }

    @Test
    void odoo19BehindTheOlderTransportKeepsTheNewNames() {
        server.then(result("7"), result("{\"server_version\":\"19.0\"}"), result("[]"));

        get(odoo.read("sale.order.line", List.of(3L), List.of("tax_ids")));

        assertThat(body(2).at("/params/args/6/fields")).isEqualTo(tree("[\"tax_ids\"]"));
    }

    @Test
    void manyCallsAtOnceShareTheLogin() {
        // Given
        server.then(server.after(100, result("7")), result("true"));

        // When
        get(Uni.join()
                .all(
                        odoo.call("stock.picking", "action_confirm", JsonBodies.object()),
                        odoo.call("stock.picking", "action_confirm", JsonBodies.object()))
                .andFailFast());

        // Then
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void wrongKeyIsMisconfiguredAtTheLoginAndLater() {
        server.then(result("false"));
        assertThat(failure(odoo.userId())).isInstanceOf(Misconfigured.class);

        server.then(result("7"), error("odoo.exceptions.AccessDenied", "Access Denied"));
        assertThat(failure(odoo.userId()).remedy()).contains("ODOO_API_KEY");
    }

    @Test
    void unknownDatabaseLooksLikeADatabaseThatIsDownAndSaysBoth() {
        server.then(error(
                "psycopg2.OperationalError",
                "connection to server failed: FATAL: database \\\"acme\\\" does not exist"));

        SyncFailure failure = failure(odoo.userId());

        assertThat(failure).isInstanceOf(TransientFailure.class);
        assertThat(failure.message()).contains("ODOO_DATABASE");
    }

    @Test
    void errorsAreClassifiedByTheirNames() {
        server.then(result("7"), error("odoo.exceptions.UserError", "Some orders are not in a state"));
        assertThat(failure(odoo.call("stock.picking", "action_confirm", JsonBodies.object())))
                .isInstanceOf(RejectedByTarget.class);

        server.then(error("psycopg2.errors.SerializationFailure", "x"), result("true"));
        assertThat(get(odoo.call("stock.picking", "action_confirm", JsonBodies.object()))
                        .booleanValue())
                .isTrue();
    }

    @Test
    void lostAnswerOfAnActionIsNotAskedForAgain() {
        server.then(result("7"), cutOff(), result("true"));

        assertThat(failure(odoo.call("stock.picking", "action_confirm", JsonBodies.object())))
                .isInstanceOf(TransientFailure.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void missingResultIsNull() {
        server.then(result("7"), json("{\"jsonrpc\":\"2.0\",\"id\":1}"));

        assertThat(get(odoo.call("stock.quant", "action_apply_inventory", JsonBodies.object()))
                        .isNull())
                .isTrue();
    }

    @Test
    void newOdooWithoutJsonRpcNamesTheOtherTransport() {
        server.then(html(404));

        assertThat(failure(odoo.userId()).remedy()).contains("ODOO_TRANSPORT=json2");
    }

    @Test
    void overloadedProxyIsTransient() {
        server.then(status(503));

        assertThat(failure(odoo.userId())).isInstanceOf(TransientFailure.class);
    }

    @Test
    void versionNeedsNoLogin() {
        server.then(result("{\"server_version\":\"17.0+e\",\"server_version_info\":[17,0,0,\"final\",0,\"e\"]}"));

        assertThat(get(odoo.version())).isEqualTo(new OdooVersion(17, "17.0+e"));
        assertThat(server.requests()).hasSize(1);
    }

    private JsonNode body(int request) {
        return tree(server.requests().get(request).body());
    }

    private static Reply result(String result) {
        return http10(200, "application/json", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + result + "}");
    }

    private static Reply error(String name, String message) {
        return http10(
                200,
                "application/json",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":0,\"message\":\"Odoo Server Error\",\"data\":{\"name\":\""
                        + name + "\",\"message\":\"" + message + "\",\"debug\":\"Traceback\"}}}");
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

package io.shopoms.sandbox.odoo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.odoo.OdooSettings;
import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import io.shopoms.sandbox.odoo.fixtures.Sheets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The older interface, on an Odoo 18 that has no JSON-2 (contract, sections 1.1 and 1.2). */
class JsonRpcComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension(OdooSettings.forTests().asVersion(18));

    @Test
    void json2IsAbsentInEighteen() {
        // When
        Reply reply = ODOO.call("res.users", "context_get", Map.of());

        // Then
        assertThat(reply.status()).isEqualTo(404);
        assertThat(ODOO.rpc("common", "version")
                        .body()
                        .at("/result/server_version")
                        .asText())
                .isEqualTo("18.0");
    }

    @Test
    void authenticateAnswersTheUserOrFalse() {
        // When
        Reply good = ODOO.rpc("common", "authenticate", "shopoms", "shopoms", "test-odoo-api-key", Map.of());
        Reply bad = ODOO.rpc("common", "authenticate", "shopoms", "shopoms", "wrong", Map.of());

        // Then
        assertThat(good.body().get("result").asLong()).isEqualTo(2);
        assertThat(bad.body().get("result").isBoolean()).isTrue();
        assertThat(bad.body().get("result").asBoolean()).isFalse();
    }

    @Test
    void loadWorksWithKeywordsAndPositionally() {
        // Given
        Map<String, Object> customer = Sheets.customer("__shopify__.ada");

        // When
        Reply keywords = ODOO.executeKw("res.partner", "load", List.of(), customer);
        Reply positional = ODOO.executeKw(
                "res.partner",
                "load",
                List.of(customer.get("fields"), customer.get("data")),
                Map.of("context", Map.of()));

        // Then
        long id = keywords.body().at("/result/ids/0").asLong();
        assertThat(id).isPositive();
        assertThat(positional.body().at("/result/ids/0").asLong()).isEqualTo(id);
    }

    @Test
    void idsMustBePositional() {
        // When
        Reply keyword = ODOO.executeKw("res.partner", "read", List.of(), Map.of("ids", List.of(1)));
        Reply positional =
                ODOO.executeKw("res.partner", "read", List.of(List.of(1)), Map.of("fields", List.of("name")));

        // Then
        assertThat(error(keyword).get("name").asText()).isEqualTo("builtins.IndexError");
        assertThat(positional.body().at("/result/0/name").asText()).isEqualTo("My Company");
    }

    @Test
    void aNullResultHasNoResultKey() {
        // Given
        ODOO.executeKw("res.partner", "load", List.of(), Sheets.customer("__shopify__.ada"));
        long product = ODOO.data().product("MUG-1", "Mug", "11.90", 5);
        Map<String, Object> sheet = Sheets.inOlderNames(Sheets.order("1001", Sheets.line(product, 1, 10)));
        long order = ODOO.executeKw("sale.order", "load", List.of(), sheet)
                .body()
                .at("/result/ids/0")
                .asLong();

        // When
        Reply reply = ODOO.executeKw("sale.order", "action_lock", List.of(List.of(order)), Map.of());

        // Then
        assertThat(reply.text()).isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":7}");
    }

    @Test
    void orderLinesHaveTheirOlderNames() {
        // Given
        ODOO.executeKw("res.partner", "load", List.of(), Sheets.customer("__shopify__.ada"));
        long product = ODOO.data().product("MUG-1", "Mug", "11.90", 5);
        long tax = ODOO.data().tax("10", false);
        Map<String, Object> sheet = Sheets.order("1001", Sheets.line(product, 1, 10, tax));

        // When
        Reply older = ODOO.executeKw("sale.order", "load", List.of(), Sheets.inOlderNames(sheet));
        Reply newer = ODOO.executeKw("sale.order", "load", List.of(), sheet);

        // Then
        assertThat(newer.body().toString()).contains("tax_ids");
        assertThat(newer.body().at("/result/ids/0").isMissingNode()).isTrue();
        long order = older.body().at("/result/ids/0").asLong();
        assertThat(ODOO.data().order(order).orElseThrow().total()).isEqualByComparingTo("11");
        Reply lines = ODOO.executeKw(
                "sale.order.line",
                "search_read",
                List.of(List.of()),
                Map.of("fields", List.of("tax_id", "product_uom")));
        assertThat(lines.body().at("/result/0/tax_id/0").asLong()).isEqualTo(tax);
        assertThat(lines.body().at("/result/0/product_uom/1").asText()).isEqualTo("Units");
    }

    @Test
    void failuresHaveStatus200AndTheNameInTheData() {
        // When
        Reply field =
                ODOO.executeKw("res.partner", "search_read", List.of(List.of()), Map.of("fields", List.of("nope")));
        Reply method = ODOO.executeKw("res.partner", "nope", List.of(), Map.of());
        Reply key = ODOO.rpc(
                "object",
                "execute_kw",
                "shopoms",
                2,
                "wrong",
                "res.partner",
                "search_count",
                List.of(List.of()),
                Map.of());
        Reply database = ODOO.rpc(
                "object",
                "execute_kw",
                "nodb",
                2,
                "test-odoo-api-key",
                "res.partner",
                "search_count",
                List.of(List.of()));

        // Then
        assertThat(field.status()).isEqualTo(200);
        assertThat(field.body().at("/error/message").asText()).isEqualTo("Odoo Server Error");
        assertThat(error(field).get("name").asText()).isEqualTo("builtins.ValueError");
        assertThat(error(method).get("name").asText()).isEqualTo("builtins.AttributeError");
        assertThat(error(key).get("name").asText()).isEqualTo("odoo.exceptions.AccessDenied");
        assertThat(error(database).get("name").asText()).isEqualTo("psycopg2.OperationalError");
    }

    @Test
    void createOfOneDictionaryAnswersABareId() {
        // When
        Reply one = ODOO.executeKw("crm.tag", "create", List.of(Map.of("name", "a")), Map.of());
        Reply list = ODOO.executeKw("crm.tag", "create", List.of(List.of(Map.of("name", "b"))), Map.of());

        // Then
        assertThat(one.body().get("result").isNumber()).isTrue();
        assertThat(list.body().get("result").isArray()).isTrue();
    }

    private static JsonNode error(Reply reply) {
        return reply.body().at("/error/data");
    }
}

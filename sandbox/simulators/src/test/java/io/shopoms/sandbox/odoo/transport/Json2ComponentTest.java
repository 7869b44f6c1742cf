package io.shopoms.sandbox.odoo.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.odoo.fixtures.OdooExtension;
import io.shopoms.sandbox.odoo.fixtures.Reply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON-2: request, result and the statuses of failures (contract, sections 1.2 and 2.1). */
class Json2ComponentTest {

    @RegisterExtension
    static final OdooExtension ODOO = new OdooExtension();

    @Test
    void resultIsBareAndEmptyValuesAreFalse() {
        // When
        Reply reply = ODOO.call(
                "res.partner", "search_read", Map.of("fields", List.of("name", "email", "country_id"), "limit", 1));

        // Then
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("\"email\":false").contains("\"name\":\"My Company\"");
        assertThat(reply.body().get(0).get("country_id").get(1).asText()).isEqualTo("United States");
    }

    @Test
    void workersCloseTheConnectionAfterEachAnswer() {
        // When
        Reply reply = ODOO.call("res.users", "context_get", Map.of());

        // Then
        assertThat(reply.headers().firstValue("Connection")).contains("close");
        assertThat(reply.text()).isEqualTo("{\"lang\":\"en_US\",\"tz\":false,\"uid\":2}");
    }

    @Test
    void createAlwaysAnswersAListAndWriteTrue() {
        // When
        Reply one = ODOO.call("crm.tag", "create", Map.of("vals_list", Map.of("name", "cod")));
        Reply two = ODOO.call("crm.tag", "create", Map.of("vals_list", List.of(Map.of("name", "vip"))));
        Reply written = ODOO.call("crm.tag", "write", Map.of("ids", List.of(1), "vals", Map.of("color", 4)));

        // Then
        assertThat(one.text()).isEqualTo("[1]");
        assertThat(two.text()).isEqualTo("[2]");
        assertThat(written.text()).isEqualTo("true");
    }

    @Test
    void many2oneIsABareIdWithLoadNull() {
        // Given
        Map<String, Object> arguments = new java.util.HashMap<>();
        arguments.put("fields", List.of("currency_id"));
        arguments.put("load", null);

        // When
        Reply reply = ODOO.call("res.company", "search_read", arguments);

        // Then
        assertThat(reply.text()).isEqualTo("[{\"id\":1,\"currency_id\":1}]");
    }

    @Test
    void readOfAMissingIdIsEmptyAndWriteIsMissingError() {
        // When
        Reply read = ODOO.call("res.partner", "read", Map.of("ids", List.of(99_999), "fields", List.of("name")));
        Reply write = ODOO.call("res.partner", "write", Map.of("ids", List.of(99_999), "vals", Map.of("phone", "1")));

        // Then
        assertThat(read.text()).isEqualTo("[]");
        assertThat(write.status()).isEqualTo(404);
        assertThat(write.name()).isEqualTo("odoo.exceptions.MissingError");
    }

    @Test
    void envelopeHoldsATracebackThatNobodyShouldLog() {
        // When
        Reply reply = ODOO.call("sale.order", "read", Map.of("ids", List.of(1), "fields", List.of("nope")));

        // Then
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.name()).isEqualTo("builtins.ValueError");
        assertThat(reply.message()).isEqualTo("Invalid field 'nope' on 'sale.order'");
        assertThat(reply.body().get("debug").asText()).hasSizeGreaterThan(1_000);
        assertThat(reply.body().has("arguments")).isTrue();
        assertThat(reply.body().has("context")).isTrue();
    }

    @ParameterizedTest(name = "{0} → {2} {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nope.model/read|{}|404|werkzeug.exceptions.NotFound",
                "res.partner/nope|{}|404|werkzeug.exceptions.NotFound",
                "res.partner/_read|{}|403|odoo.exceptions.AccessError",
                "res.partner/write|{\"ids\":[1]}|422|werkzeug.exceptions.UnprocessableEntity",
                "res.partner/read|{\"ids\":[1],\"xx\":1}|422|werkzeug.exceptions.UnprocessableEntity",
                "res.partner/search_read|{\"ids\":[1]}|422|werkzeug.exceptions.UnprocessableEntity",
                "res.partner/search|[1]|422|werkzeug.exceptions.UnprocessableEntity",
                "res.partner/search|{x|400|werkzeug.exceptions.BadRequest",
                "res.partner/create|{\"vals_list\":{\"name\":\"a\",\"mobile\":\"1\"}}|500|builtins.ValueError",
                "res.partner/write|{\"ids\":[1],\"vals\":{\"mobile\":\"1\"}}|500|builtins.KeyError",
                "res.partner/create|{\"vals_list\":{\"email\":\"a\"}}|422|odoo.exceptions.ValidationError",
                "sale.order/create|{\"vals_list\":{}}|422|odoo.exceptions.ValidationError",
                "res.partner/search|{\"domain\":[[\"name\",\"~\",1]]}|500|builtins.ValueError",
                "res.partner/search|{\"domain\":\"x\"}|500|builtins.TypeError",
                "res.partner/search|{\"domain\":[[\"write_date\",\">\",\"soon\"]]}|500|builtins.ValueError",
                "res.partner/search|{\"domain\":[],\"order\":\"name; drop\"}|422|odoo.exceptions.UserError",
                "sale.order/web_search_read|{\"domain\":[],\"specification\":{\"nope\":{}}}|500|builtins.ValueError",
                "account.tax/create|{\"vals_list\":{\"name\":\"x\"}}|403|odoo.exceptions.AccessError",
                "ir.model.data/search_read|{}|403|odoo.exceptions.AccessError",
                "res.users.apikeys/generate|{}|404|werkzeug.exceptions.NotFound"
            })
    void failuresHaveTheStatusAndNameOfTheRealServer(String operation, String body, int status, String name) {
        // When
        Reply reply = ODOO.post("/json/2/" + operation, body, Map.of("Authorization", "bearer test-odoo-api-key"));

        // Then
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.name()).isEqualTo(name);
    }

    @Test
    void datesWithAZoneAreRefusedInValuesAndDomains() {
        // Given
        long partner = ODOO.ok("res.partner", "create", Map.of("vals_list", Map.of("name", "Ada Example")))
                .get(0)
                .asLong();

        // When
        Reply value = ODOO.call(
                "sale.order",
                "create",
                Map.of("vals_list", Map.of("partner_id", partner, "date_order", "2026-11-19T10:11:12Z")));
        Reply domain = ODOO.call(
                "sale.order", "search", Map.of("domain", List.of(List.of("date_order", ">", "2026-11-19T10:11:12Z"))));
        Reply withT = ODOO.call(
                "sale.order", "search", Map.of("domain", List.of(List.of("date_order", ">", "2026-11-19T10:11:12"))));

        // Then
        assertThat(value.status()).isEqualTo(500);
        assertThat(value.name()).isEqualTo("builtins.ValueError");
        assertThat(domain.status()).isEqualTo(500);
        assertThat(withT.status()).isEqualTo(200);
    }

    @Test
    void badKeyIs401WithAChallenge() {
        // When
        Reply reply = ODOO.post("/json/2/res.users/context_get", "{}", Map.of("Authorization", "bearer wrong"));

        // Then
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.name()).isEqualTo("werkzeug.exceptions.Unauthorized");
        assertThat(reply.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
    }

    @Test
    void wrongDatabaseAndWrongContentTypeAreHtmlPages() {
        // Given
        Map<String, String> key = Map.of("Authorization", "bearer test-odoo-api-key");
        Map<String, String> other = new java.util.HashMap<>(key);
        other.put("X-Odoo-Database", "other");
        Map<String, String> text = new java.util.HashMap<>(key);
        text.put("Content-Type", "text/plain");

        // When
        Reply database = ODOO.post("/json/2/res.users/context_get", "{}", other);
        Reply type = ODOO.post("/json/2/res.users/context_get", "{}", text);

        // Then
        assertThat(database.status()).isEqualTo(404);
        assertThat(database.body()).isNull();
        assertThat(type.status()).isEqualTo(415);
        assertThat(type.body()).isNull();
    }

    @Test
    void getIsNotFoundAndTheVersionNeedsNoKey() {
        // When
        Reply get = ODOO.get("/json/2/res.users/context_get");
        Reply version = ODOO.get("/web/version");

        // Then
        assertThat(get.status()).isEqualTo(404);
        assertThat(version.text()).isEqualTo("{\"version_info\":[19,0,0,\"final\",0,\"\"],\"version\":\"19.0\"}");
        assertThat(ODOO.get("/json/version").text()).isEqualTo(version.text());
        assertThat(ODOO.get("/web/health").status()).isEqualTo(200);
    }

    @Test
    void createOfAListIsAllOrNothing() {
        // When
        Reply reply =
                ODOO.call("crm.tag", "create", Map.of("vals_list", List.of(Map.of("name", "a"), Map.of("name", "a"))));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.message()).contains("Tag name already exists!");
        assertThat(ODOO.ok("crm.tag", "search_count", Map.of("domain", List.of()))
                        .asInt())
                .isZero();
    }
}

package io.shopoms.catalog.feed.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopoms.catalog.feed.format.FeedFormat;
import io.shopoms.catalog.feed.mapping.FieldTarget;
import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedConfigReaderTest {

    private static final ShopDomain ACME = new ShopDomain("acme.myshopify.com");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static final String USUAL = """
            {"id": "erp", "name": "Our ERP", "connection_type": "ftp",
             "credentials": {"host": "ftp.example.com", "username": "feed", "password": "secret", "filePath": "/out/products.json"},
             "mapping": {"title": "productName", "description": "productDescription", "variant.price": "price",
                         "variant.sku": "SKU"},
             "metafield_mappings": [{"sourceKey": "customField", "metafieldNamespace": "custom",
                                     "metafieldKey": "field", "metafieldType": "single_line_text_field"}],
             "sync_frequency": "24"}
            """;

    @Test
    void theUsualShapeIsAccepted() {
        // When
        FeedConfig config = read(USUAL);

        // Then
        assertThat(config.connection().type()).isEqualTo(ConnectionType.FTP);
        assertThat(config.connection().port()).isEqualTo(21);
        assertThat(config.connection().find("password")).isEmpty();
        assertThat(config.format().format()).isEqualTo(FeedFormat.JSON);
        assertThat(config.mapping().fields()).containsKeys(FieldTarget.TITLE, FieldTarget.PRICE, FieldTarget.SKU);
        assertThat(config.mapping().metafields())
                .singleElement()
                .satisfies(rule -> assertThat(rule.key()).isEqualTo("field"));
        assertThat(config.schedule().next(NOON)).contains(NOON.plusSeconds(24 * 3600));
        assertThat(config.deletePolicy()).isEqualTo(DeletePolicy.ARCHIVE);
        assertThat(config.removalLimit()).isEqualByComparingTo("10");
        assertThat(config.enabled()).isTrue();
    }

    @Test
    void schedulesAreHoursOrCronInATimeZoneOrNone() {
        assertThat(read(USUAL.replace("\"24\"", "6")).schedule().next(NOON)).contains(NOON.plusSeconds(6 * 3600));
        assertThat(read(USUAL.replace("\"24\"", "\"30 3 * * *\", \"time_zone\": \"Europe/Berlin\""))
                        .schedule()
                        .next(NOON))
                .contains(Instant.parse("2026-11-21T02:30:00Z"));
        assertThat(read(USUAL.replace("\"24\"", "null")).schedule().next(NOON)).isEmpty();
        assertThat(problems(USUAL.replace("\"24\"", "\"often\"")))
                .singleElement()
                .asString()
                .startsWith("sync_frequency: 'often' is neither hours");
        assertThat(problems(USUAL.replace("\"24\"", "\"0\""))).hasSize(1);
        assertThat(problems(USUAL.replace("\"24\"", "\"0 0 31 2 *\""))).hasSize(1);
    }

    @Test
    void everyWrongMemberIsNamedAtOnce() {
        // When
        List<String> problems = problems("""
                {"name": " ", "connection_type": "sftp", "format": "csv", "colour": 1,
                 "credentials": {"host": "a b", "username": "u", "filePath": "/a/../etc/passwd", "port": 0, "url": "x"},
                 "format_options": {"charset": "UTF-16", "delimiter": "||"},
                 "mapping": {"variant.prize": "p", "variant.sku": {"constant": "A", "source": "b"}, "option1.name": "x",
                             "variant.weight": {"source": "w", "unit": "stone", "colour": 2}},
                 "metafield_mappings": [{"sourceKey": "a", "metafieldNamespace": "c", "metafieldKey": "key", "metafieldType": "text"}],
                 "delete_policy": "burn", "removal_limit": 101, "decimal_form": "dot", "currency": "EURO",
                 "variants_path": "v", "time_zone": "Berlin"}
                """);

        // Then
        assertThat(problems)
                .extracting(problem -> problem.substring(0, problem.indexOf(':')))
                .containsExactlyInAnyOrder(
                        "colour",
                        "credentials.url",
                        "credentials.hostKey",
                        "credentials.port",
                        "credentials.host",
                        "credentials.filePath",
                        "name",
                        "format_options.charset",
                        "format_options.delimiter",
                        "mapping.variant.prize",
                        "mapping.variant.sku.source",
                        "mapping.variant.weight.colour",
                        "mapping.variant.weight.unit",
                        "mapping.title",
                        "mapping.option1.value",
                        "metafield_mappings[0].metafieldNamespace",
                        "metafield_mappings[0].metafieldType",
                        "product_key",
                        "decimal_form",
                        "currency",
                        "time_zone",
                        "delete_policy",
                        "removal_limit");
    }

    @Test
    void addressesWithUserOrOfAnotherSchemeAreRefused() {
        String web = USUAL.replace("\"ftp\"", "\"https\"")
                .replaceAll("\"credentials\": \\{[^}]*}", "\"credentials\": {\"url\": \"URL\"}");
        assertThat(read(web.replace("URL", "https://erp.example.com/out.csv?v=1"))
                        .format()
                        .format())
                .isEqualTo(FeedFormat.CSV);
        for (String url : List.of(
                "http://erp.example.com/a.json",
                "https://me:pw@erp.example.com/a.json",
                "https:///a.json",
                "https://a.example:70000/a.json")) {
            assertThat(problems(web.replace("URL", url)))
                    .as(url)
                    .singleElement()
                    .asString()
                    .startsWith("credentials.url");
        }
    }

    @Test
    void secretsAreTextsAndNothingHoldsALineEndThatAServerWouldTakeForACommand() {
        // Given
        String secret = "\"password\": \"secret\"";

        // Then
        assertThat(USUAL).contains(secret);
        for (String wrong : List.of("123456", "true", "{\"a\": 1}", "\"a\\r\\nDELE b\"")) {
            assertThat(problems(USUAL.replace(secret, "\"password\": " + wrong)))
                    .as(wrong)
                    .singleElement()
                    .asString()
                    .startsWith("credentials.password: ");
        }
        assertThat(problems(USUAL.replace("\"username\": \"feed\"", "\"username\": \"u\\r\\nDELE b\"")))
                .singleElement()
                .asString()
                .startsWith("credentials.username: ");
        assertThat(read(USUAL.replace(secret, "\"password\": null")).id()).isEqualTo("erp");
    }

    @Test
    void idsThatMeanSomethingElseInAddressesAreRefused() {
        assertThat(catchThrowableOfType(
                                WrongConfigException.class, () -> FeedConfigReader.read("status", ACME, json(USUAL), 1))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("id:");
        assertThatThrownBy(() -> FeedConfigReader.read("a/b", ACME, json(USUAL), 1))
                .hasMessageStartingWith("id:");
    }

    private static FeedConfig read(String text) {
        return FeedConfigReader.read("erp", ACME, json(text), 1);
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(WrongConfigException.class, () -> read(text))
                .problems();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

package io.shopoms.sandbox.real;

import static io.shopoms.sandbox.real.WebhookSchemas.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.ShopifySimulator;
import io.shopoms.sandbox.shopify.bulk.BulkFiles;
import io.shopoms.sandbox.shopify.bulk.BulkOperation;
import io.shopoms.sandbox.shopify.bulk.BulkOperations;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.webhook.DeletedProduct;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bodies of webhooks about products against Shopify's JSON Schemas. */
class ProductPayloadRealIT {

    /** Where the schemas, inferred from few samples, know less than Shopify sends: no sample is without an image. */
    private static final List<Pattern> SEEN_NARROWLY = List.of(Pattern.compile("/image"));

    private static ShopifySimulator shopify;

    @BeforeAll
    static void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
    }

    @AfterAll
    static void stop() {
        shopify.close();
    }

    @Test
    void aProductHasTheDocumentedShape() throws IOException {
        // Given
        Product plain = shopify.catalog().create("PLAIN", "Plain", "1.00");
        Product shirt = shopify.catalog()
                .create("{\"title\":\"Shirt\",\"tags\":[\"b\",\"a\"],\"compareAtPrice\":\"9\","
                        + "\"options\":{\"Size\":[\"S\",\"M\"],\"Color\":[\"Red\"]},\"sku\":\"SH\","
                        + "\"category\":\"gid://shopify/TaxonomyCategory/aa-1\","
                        + "\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\",\"alt\":\"Front\"}]}");

        // When
        JsonNode body = Json.MAPPER.readTree(shopify.bodyOf(shirt));

        // Then
        assertThat(violations("products/create", plain)).isEmpty();
        assertThat(violations("products/update", shirt)).isEmpty();
        JsonNode schema = WebhookSchemas.of("products/update");
        assertThat(names(body)).isEqualTo(names(schema.path("properties")));
        assertThat(body.path("tags").asText()).isEqualTo("a, b");
        assertThat(body.at("/options/0/values").toString()).isEqualTo("[\"S\",\"M\"]");
        assertThat(body.at("/variants/1/option1").asText()).isEqualTo("M");
        assertThat(body.at("/image/src").asText()).endsWith("a.jpg");
    }

    @Test
    void onlyTheFirstHundredVariantsAreThereInFull() throws IOException {
        // Given
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < 130; i++) {
            sizes.add("\"" + i + "\"");
        }
        Product large = shopify.catalog().create("{\"title\":\"Large\",\"options\":{\"Size\":" + sizes + "}}");

        // When
        JsonNode body = Json.MAPPER.readTree(shopify.bodyOf(large));

        // Then
        assertThat(violations("products/create", large)).isEmpty();
        assertThat(body.path("variants")).hasSize(100);
        assertThat(body.path("variant_gids")).hasSize(130);
    }

    @Test
    void aDeletedProductIsItsIdAlone() throws IOException {
        // When
        JsonNode body = Json.MAPPER.readTree(shopify.bodyOf(new DeletedProduct(9_100_000_000_000_001L)));

        // Then
        assertThat(WebhookSchemas.violations("products/delete", body, List.of()))
                .isEmpty();
        assertThat(names(body)).containsExactly("id");
    }

    @Test
    void theEndOfABulkOperationHasTheDocumentedShape() throws IOException {
        // Given
        BulkOperations operations = new BulkOperations(
                () -> 1, Instant::now, (delay, work) -> work.run(), new BulkFiles(), operation -> {});

        // When
        BulkOperation ended = operations.start(BulkOperation.Type.QUERY, "{ }", out -> false);

        // Then
        assertThat(WebhookSchemas.violations(
                        "bulk_operations/finish", Json.MAPPER.readTree(shopify.bodyOf(ended)), List.of()))
                .isEmpty();
    }

    private static List<String> violations(String topic, Product product) throws IOException {
        return WebhookSchemas.violations(topic, Json.MAPPER.readTree(shopify.bodyOf(product)), SEEN_NARROWLY);
    }
}

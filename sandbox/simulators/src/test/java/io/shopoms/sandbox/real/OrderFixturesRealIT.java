package io.shopoms.sandbox.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden orders of order-sync-service against the JSON Schemas of orders/* and refunds/create webhooks. */
class OrderFixturesRealIT {

    private static final int FIELDS = 93;
    private static final int FEWEST = 30;

    /** Where the schemas, inferred from few samples, know less than Shopify sends. */
    private static final List<Pattern> SEEN_NARROWLY = List.of(
            // No sample has one: "items": false.
            Pattern.compile("/(refunds|returns|line_item_groups)"),
            Pattern.compile("/line_items/\\d+/duties"),
            Pattern.compile("/shipping_lines/\\d+/discount_allocations"),
            // Guests, sales at a till, and what is withheld from apps without access to customers' data.
            Pattern.compile("/(customer|email|contact_email|billing_address|shipping_address|phone)"),
            Pattern.compile("/customer/(email|phone|first_name|last_name)"),
            Pattern.compile("/(billing_address|shipping_address|customer/default_address)/\\w+"),
            // Custom items and tips.
            Pattern.compile("/line_items/\\d+/sku"));

    static List<Path> fixtures() throws IOException {
        try (Stream<Path> files =
                Files.list(Documents.root().resolve("order-sync-service/src/test/resources/orders"))) {
            return files.filter(file -> file.toString().endsWith(".webhook.json"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(fixtures()).hasSizeGreaterThan(FEWEST);
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aGoldenOrderHasTheDocumentedShape(Path fixture) throws IOException {
        // Given
        JsonNode order = Json.MAPPER.readTree(Files.readString(fixture));

        // When
        List<String> violations = WebhookSchemas.violations("orders/updated", order, SEEN_NARROWLY);

        // Then
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aGoldenOrderHasAllFieldsOfTheDocumentedOne(Path fixture) throws IOException {
        // Given
        JsonNode order = Json.MAPPER.readTree(Files.readString(fixture));
        JsonNode schema = WebhookSchemas.of("orders/updated");

        // When
        Set<String> fields = WebhookSchemas.names(order);
        fields.remove("company");

        // Then
        assertThat(fields).hasSize(FIELDS).isSubsetOf(WebhookSchemas.names(schema.path("properties")));
        for (JsonNode line : order.path("line_items")) {
            assertThat(WebhookSchemas.names(line))
                    .isEqualTo(WebhookSchemas.names(schema.at("/properties/line_items/items/properties")));
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aGoldenRefundHasTheDocumentedShape(Path fixture) throws IOException {
        // Given
        List<Pattern> seenNarrowly = List.of(
                Pattern.compile("/(duties|refund_shipping_lines)"),
                // The sample's line, and the sample's payment by card.
                Pattern.compile("/refund_line_items/\\d+/line_item(/.*)?"),
                Pattern.compile("/transactions/\\d+(/authorization|/receipt|/message)?"));

        // When
        List<String> violations = new ArrayList<>();
        for (JsonNode refund : Json.MAPPER.readTree(Files.readString(fixture)).path("refunds")) {
            violations.addAll(WebhookSchemas.violations("refunds/create", refund, seenNarrowly));
        }

        // Then
        assertThat(violations).isEmpty();
    }
}

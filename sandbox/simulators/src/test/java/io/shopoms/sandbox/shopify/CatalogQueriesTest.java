package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products and variants as the Admin API shows them, over HTTP. */
class CatalogQueriesTest {

    private ShopifySimulator shopify;
    private ShopifyClient client;

    @BeforeEach
    void start() {
        shopify = ShopifySimulator.start(ShopifySettings.defaults());
        client = new ShopifyClient(shopify);
    }

    @AfterEach
    void stop() {
        shopify.close();
    }

    @Test
    void aProductIsShownWithAllThatIsKnownOfIt() {
        // Given
        Product shirt = shopify.catalog()
                .create(
                        "{\"title\":\"Shirt\",\"tags\":[\"x\"],\"descriptionHtml\":\"<p>Soft</p>\","
                                + "\"options\":{\"Size\":[\"S\",\"M\"]},\"price\":\"12.50\",\"sku\":\"SH\",\"compareAtPrice\":\"15\","
                                + "\"inventoryItem\":{\"tracked\":true,\"cost\":\"4.2\",\"measurement\":{\"weight\":{\"value\":250,\"unit\":\"GRAMS\"}}},"
                                + "\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\",\"alt\":\"Front\"}],"
                                + "\"metafields\":[{\"namespace\":\"care\",\"key\":\"wash\",\"type\":\"number_integer\",\"value\":\"30\"}]}");

        // When
        JsonNode listed = run("products_list", Map.of("first", 10, "query", "updated_at:>='2026-01-01T00:00:00Z'"));
        JsonNode one = run("product_one", Map.of("id", "gid://shopify/Product/" + shirt.id()));

        // Then
        JsonNode product = listed.at("/data/products/nodes/0");
        assertThat(product.path("handle").asText()).isEqualTo("shirt");
        assertThat(product.at("/options/0/optionValues/1/name").asText()).isEqualTo("M");
        JsonNode variant = product.at("/variants/nodes/0");
        assertThat(variant.path("price").asText()).isEqualTo("12.50");
        assertThat(variant.path("compareAtPrice").asText()).isEqualTo("15.00");
        assertThat(variant.at("/selectedOptions/0/value").asText()).isEqualTo("S");
        assertThat(variant.at("/inventoryItem/unitCost/amount").asText()).isEqualTo("4.2");
        assertThat(variant.at("/inventoryItem/measurement/weight/value").asDouble())
                .isEqualTo(250);
        assertThat(one.at("/data/product/media/nodes/0/preview/image/url").asText())
                .endsWith("a.jpg");
        assertThat(one.at("/data/product/metafields/nodes/0/value").asText()).isEqualTo("30");
        assertThat(one.at("/data/product/variantsCount/count").asInt()).isEqualTo(2);
    }

    @Test
    void pagesOfChangesHoldEveryProductOnce() {
        // Given
        for (int i = 0; i < 23; i++) {
            shopify.catalog().create("SKU-" + i, "Product " + i, "1.00");
        }

        // When
        List<String> seen = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("first", 5, "query", "updated_at:>=2026-01-01"));
        JsonNode page;
        do {
            page = run("products_list", variables).at("/data/products");
            page.path("nodes").forEach(node -> seen.add(node.path("title").asText()));
            variables.put("after", page.at("/pageInfo/endCursor").asText());
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        // Then
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:active | Mug,Shirt",
                "status:ACTIVE,DRAFT | Mug,Shirt,Hat",
                "vendor:looms | Shirt",
                "tag:'on sale' | Hat",
                "-tag:'on sale' | Mug,Shirt",
                "sku:MUG-1 | Mug",
                "sku:mug-1 OR sku:SH-2 | Mug,Shirt",
                "handle:mug OR handle:hat | Mug,Hat",
                "title:mug* status:active | Mug",
                "updated_at:>='2031-01-01' | ''",
                "status:archived | ''"
            })
    void searchesFindWhatShopifyWouldFind(String query, String titles) {
        // Given
        shopify.catalog().create("MUG-1", "Mug", "5");
        shopify.catalog()
                .create(
                        "{\"title\":\"Shirt\",\"vendor\":\"Looms\",\"sku\":\"SH\",\"options\":{\"Size\":[\"S\",\"M\"]}}");
        shopify.catalog().create("{\"title\":\"Hat\",\"status\":\"DRAFT\",\"tags\":[\"On sale\"],\"sku\":\"HAT\"}");

        // When
        JsonNode found = client.run(
                "query Q($q: String) { products(first: 10, query: $q) { nodes { title } } productsCount(query: $q) { count } }",
                Map.of("q", query));

        // Then
        List<String> seen = new ArrayList<>();
        found.at("/data/products/nodes")
                .forEach(node -> seen.add(node.path("title").asText()));
        assertThat(String.join(",", seen)).isEqualTo(titles.replace("''", ""));
        assertThat(found.at("/data/productsCount/count").asInt()).isEqualTo(seen.size());
    }

    @Test
    void aSearchForASkuAlsoFindsWhatMerelyLooksLikeIt() {
        // Given
        shopify.catalog().create("ABC-1", "A", "1");
        shopify.catalog().create("abc-1", "B", "1");
        shopify.catalog().create("ABC-1-RED", "C", "1");
        shopify.catalog().create("ABC-10", "D", "1");

        // When
        JsonNode found = run("variant_by_sku", Map.of("query", "sku:'ABC-1'"));

        // Then
        List<String> skus = new ArrayList<>();
        found.at("/data/productVariants/nodes")
                .forEach(node -> skus.add(node.path("sku").asText()));
        assertThat(skus).containsExactly("ABC-1", "abc-1", "ABC-1-RED");
    }

    @Test
    void aSearchDoesNotFindWhatWasJustMadeIfItLags() {
        // Given
        shopify.catalog().searchLag(Duration.ofMinutes(5));
        Product mug = shopify.catalog().create("MUG-1", "Mug", "1");

        // When
        JsonNode searched = run("variant_by_sku", Map.of("query", "sku:'MUG-1'"));
        JsonNode known = run("product_one", Map.of("id", "gid://shopify/Product/" + mug.id()));

        // Then
        assertThat(searched.at("/data/productVariants/nodes")).isEmpty();
        assertThat(known.at("/data/product/title").asText()).isEqualTo("Mug");
    }

    @Test
    void theVariantsOfALargeProductComeInPages() {
        // Given
        List<String> sizes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            sizes.add("\"" + i + "\"");
        }
        Product large = shopify.catalog().create("{\"title\":\"Large\",\"options\":{\"Size\":" + sizes + "}}");
        Map<String, Object> variables = new HashMap<>(Map.of("id", "gid://shopify/Product/" + large.id()));

        // When
        JsonNode first = run("product_one", variables).at("/data/product/variants");
        variables.put("variantsAfter", first.at("/pageInfo/endCursor").asText());
        JsonNode second = run("product_one", variables).at("/data/product/variants");

        // Then
        assertThat(first.path("nodes")).hasSize(250);
        assertThat(second.path("nodes")).hasSize(50);
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void orderLinesReferToTheCatalogueUntilTheProductIsDeleted() {
        // Given
        Product mug = shopify.catalog().create("MUG-1", "Mug", "5.00");
        Order order = shopify.placeOrder(OrderDraft.parse("{\"lines\":[{\"sku\":\"MUG-1\"},{\"sku\":\"NEW\"}]}"));
        String query =
                "{ orders(first: 1) { nodes { lineItems(first: 5) { nodes { sku product { id } variant { id price } } } } } }";

        // When
        JsonNode before = client.run(query, Map.of()).at("/data/orders/nodes/0/lineItems/nodes");
        shopify.catalog().delete(mug.id());
        JsonNode after = client.run(query, Map.of()).at("/data/orders/nodes/0/lineItems/nodes");

        // Then
        assertThat(order.lines().get(0).variant()).isEmpty();
        assertThat(before.at("/0/product/id").asText()).isEqualTo("gid://shopify/Product/" + mug.id());
        assertThat(before.at("/0/variant/id").asText())
                .isEqualTo(
                        "gid://shopify/ProductVariant/" + mug.variants().get(0).id());
        assertThat(before.at("/1/product/id").asText()).startsWith("gid://shopify/Product/");
        assertThat(after.at("/0/product").isNull()).isTrue();
        assertThat(after.at("/1/product").isNull()).isFalse();
    }

    private JsonNode run(String document, Map<String, Object> variables) {
        JsonNode answer = client.run(ShopifyClient.document(document), variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        assertThat(answer.at("/extensions/cost/requestedQueryCost").asInt()).isBetween(1, 1_000);
        return answer;
    }
}

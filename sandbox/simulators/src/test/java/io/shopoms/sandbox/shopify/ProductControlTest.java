package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do to products, over the control API and from Java. */
class ProductControlTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

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
    void aPersonMakesChangesAndDeletesAProduct() {
        // When
        JsonNode made = post("/products", "{\"title\":\"Shirt\",\"sku\":\"SH\",\"options\":{\"Size\":[\"S\",\"M\"]}}");
        String path = "/products/" + made.path("id").asText();
        JsonNode renamed = post(path, "{\"title\":\"Blouse\",\"status\":\"DRAFT\"}");
        post(path + "/variants", "{\"sku\":\"SH-L\",\"price\":\"7\",\"options\":{\"Size\":\"L\"}}");
        post("/variants/" + made.at("/variants/0/id").asText(), "{\"price\":\"8.5\"}");
        post("/variants/swap", "{\"first\":\"SH-1\",\"second\":\"SH-2\"}");
        client.delete("/control/variants/" + made.at("/variants/1/id").asText());
        JsonNode now = ShopifyClient.json(client.get("/control" + path));

        // Then
        assertThat(renamed.path("title").asText()).isEqualTo("Blouse");
        assertThat(now.path("status").asText()).isEqualTo("DRAFT");
        assertThat(now.path("variants")).hasSize(2);
        assertThat(now.at("/variants/0/sku").asText()).isEqualTo("SH-2");
        assertThat(now.at("/variants/0/price").asText()).isEqualTo("8.50");
        assertThat(now.at("/variants/1/sku").asText()).isEqualTo("SH-L");
        assertThat(client.delete("/control" + path).statusCode()).isEqualTo(200);
        assertThat(client.get("/control" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void whatShopifyWouldRefuseIsRefusedAndChangesNothing() {
        // Given
        Product shirt = shopify.catalog().create("SH", "Shirt", "5");

        // When
        int price = client.post(
                        "/control/variants/" + shirt.variants().get(0).id(), ShopifyClient.json("{\"price\":\"-1\"}"))
                .statusCode();
        int status = client.post("/control/products/" + shirt.id(), ShopifyClient.json("{\"status\":\"SOLD\"}"))
                .statusCode();

        // Then
        assertThat(price).isEqualTo(400);
        assertThat(status).isEqualTo(400);
        assertThat(shopify.catalog().variant("SH").price()).isEqualByComparingTo("5");
    }

    @Test
    void aGeneratedCatalogueIsListedAndCallsAreCounted() {
        // When
        post("/products/generate", "{\"products\":30,\"variants\":130}");
        client.run("query Count { productsCount { count } productVariantsCount { count } }", Map.of());
        JsonNode counts = ShopifyClient.json(client.get("/control/requests/counts"));

        // Then
        assertThat(shopify.catalog().size()).isEqualTo(30);
        assertThat(shopify.catalog().variant("GEN-30-130").title()).isEqualTo("S5 / Red / C2");
        assertThat(counts.path("Count").asInt()).isEqualTo(1);
        assertThat(shopify.requests().count("Count")).isEqualTo(1);
        assertThat(ShopifyClient.json(client.get("/control/products?limit=3"))).hasSize(3);
    }

    @Test
    void anOrderTellsOfItsProductsOnlyIfItIsWanted() {
        // Given
        try (WebhookInbox inbox = new WebhookInbox()) {
            shopify.sendWebhooksTo(inbox.uri(), "s", List.of("products/update"));
            shopify.catalog().create("MUG-1", "Mug", "5");
            shopify.placeOrder(OrderDraft.example());

            // When
            shopify.catalog().touchedByOrders(true);
            shopify.placeOrder(OrderDraft.example());

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.of("products/update")).hasSize(1));
        }
    }

    @Test
    void thePageShowsProductsAndEscapesThem() {
        // Given
        shopify.catalog().create("\"><img>", "<script>alert(1)</script>", "5");

        // When
        String page = client.get("/").body();

        // Then
        assertThat(page)
                .contains("&lt;script&gt;alert(1)", "data-change=\"title\"")
                .doesNotContain("<script>alert");
    }

    private JsonNode post(String path, String body) {
        return ShopifyClient.json(client.post("/control" + path, ShopifyClient.json(body)));
    }
}

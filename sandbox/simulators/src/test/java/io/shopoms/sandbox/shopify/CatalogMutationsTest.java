package io.shopoms.sandbox.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.fault.Fault;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.webhook.ReleaseOrder;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mutations of the catalogue, with the documents that apps send. */
class CatalogMutationsTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final String SHIRT =
            "{\"title\":\"Shirt\",\"options\":{\"Size\":[\"S\",\"M\"]},\"sku\":\"SH\",\"price\":\"10\"}";

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
    void aProductIsSetAtOnceAndFoundAgainByItsHandle() {
        // When
        JsonNode made = set(Map.of("handle", "mug"), mug("5.00"), true);
        JsonNode again = set(Map.of("handle", "mug"), mug("6.00"), true);

        // Then
        assertThat(made.path("userErrors")).isEmpty();
        assertThat(made.at("/product/variants/nodes/0/sku").asText()).isEqualTo("MUG-1");
        assertThat(again.at("/product/id")).isEqualTo(made.at("/product/id"));
        assertThat(shopify.catalog().variant("MUG-1").price()).isEqualByComparingTo("6.00");
        assertThat(shopify.catalog().size()).isEqualTo(1);
    }

    @Test
    void aProductSetLaterIsDoneAfterAWhile() {
        // When
        JsonNode operation = set(null, mug("5.00"), false).path("productSetOperation");

        // Then
        assertThat(operation.path("status").asText()).isEqualTo("CREATED");
        await().atMost(LIMIT).untilAsserted(() -> {
            JsonNode now = run(
                            "product_operation",
                            Map.of("id", operation.path("id").asText()))
                    .at("/data/productOperation");
            assertThat(now.path("status").asText()).isEqualTo("COMPLETE");
            assertThat(now.at("/product/id").asText()).startsWith("gid://shopify/Product/");
            assertThat(now.path("userErrors")).isEmpty();
        });
    }

    @Test
    void whatIsWrongWithAProductIsSaidWithPathAndCode() {
        // When
        JsonNode refused = set(
                null,
                Map.of("title", "Mug", "variants", List.of(Map.of("optionValues", List.of(), "price", "-1"))),
                true);

        // Then
        assertThat(refused.path("product").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/code").asText()).isEqualTo("PRODUCT_OPTIONS_INPUT_MISSING");
        assertThat(refused.at("/userErrors/0/field").toString()).isEqualTo("[\"input\",\"productOptions\"]");
        assertThat(shopify.catalog().size()).isZero();
    }

    @Test
    void aLostResponseHasMadeTheProduct() {
        // Given
        shopify.faults().add(Fault.lostResponse("productSet"));

        // When
        assertThat(catchThrowable(() -> set(null, mug("5.00"), true))).isInstanceOf(UncheckedIOException.class);

        // Then
        assertThat(shopify.catalog().find("mug")).isPresent();
    }

    @Test
    void aSetMayHaveAsManyVariantsAsAProductButAnUpdateOnly250() {
        // Given
        List<Map<String, Object>> values = new ArrayList<>();
        List<Map<String, Object>> variants = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            variants.add(Map.of("optionValues", List.of(Map.of("optionName", "No", "name", "" + i % 250))));
            values.add(Map.of("name", "" + i));
        }

        // When
        JsonNode set = client.run(
                ShopifyClient.document("product_set"),
                Map.of(
                        "synchronous",
                        true,
                        "input",
                        Map.of(
                                "title",
                                "T",
                                "productOptions",
                                List.of(Map.of("name", "No", "values", values.subList(0, 250))),
                                "variants",
                                variants)));
        JsonNode update = client.run(
                ShopifyClient.document("variants_bulk_update"),
                Map.of("productId", "gid://shopify/Product/1", "variants", Collections.nCopies(251, Map.of())));

        // Then
        assertThat(set.at("/data/productSet/userErrors/0/code").asText()).isEqualTo("INVALID_VARIANT");
        assertThat(update.at("/errors/0/extensions/code").asText()).isEqualTo("MAX_INPUT_SIZE_EXCEEDED");
    }

    @Test
    void pricesAreChangedAllOrNone() {
        // Given
        Product shirt = shopify.catalog().create(SHIRT);
        String first = gid(shirt.variants().get(0));
        String second = gid(shirt.variants().get(1));

        // When
        JsonNode done = update(shirt, List.of(Map.of("id", first, "price", "11"), Map.of("id", second, "price", "12")));
        JsonNode refused =
                update(shirt, List.of(Map.of("id", first, "price", "99"), Map.of("id", second, "price", "-1")));
        JsonNode stranger = update(shirt, List.of(Map.of("id", "gid://shopify/ProductVariant/1", "price", "1")));

        // Then
        assertThat(done.at("/productVariants/1/price").asText()).isEqualTo("12.00");
        assertThat(refused.at("/userErrors/0/code").asText()).isEqualTo("GREATER_THAN_OR_EQUAL_TO");
        assertThat(refused.at("/userErrors/0/field").toString()).isEqualTo("[\"variants\",\"1\",\"price\"]");
        assertThat(stranger.at("/userErrors/0/code").asText()).isEqualTo("PRODUCT_VARIANT_DOES_NOT_EXIST");
        assertThat(shirt.variants().get(0).price()).isEqualByComparingTo("11");
    }

    @Test
    void skusOfTwoVariantsAreSwappedInOneCall() {
        // Given
        Product shirt = shopify.catalog().create(SHIRT);
        Variant small = shirt.variants().get(0);
        Variant medium = shirt.variants().get(1);

        // When
        update(
                shirt,
                List.of(
                        Map.of("id", gid(small), "inventoryItem", Map.of("sku", "SH-2")),
                        Map.of("id", gid(medium), "inventoryItem", Map.of("sku", "SH-1"))));

        // Then
        assertThat(shopify.catalog().variant("SH-1")).isSameAs(medium);
        assertThat(shopify.catalog().variant("SH-2")).isSameAs(small);
    }

    @Test
    void variantsAreAddedAndTakenAway() {
        // Given
        Product shirt = shopify.catalog().create(SHIRT);
        String mutation =
                "mutation C($id: ID!, $variants: [ProductVariantsBulkInput!]!) { productVariantsBulkCreate(productId: $id,"
                        + " variants: $variants) { productVariants { id title } userErrors { code field message } } }";
        String delete =
                "mutation D($id: ID!, $ids: [ID!]!) { productVariantsBulkDelete(productId: $id, variantsIds: $ids)"
                        + " { product { id } userErrors { code field message } } }";
        Map<String, Object> large =
                Map.of("optionValues", List.of(Map.of("optionName", "Size", "name", "L")), "price", "9");

        // When
        JsonNode added = client.run(mutation, Map.of("id", gid(shirt), "variants", List.of(large)));
        JsonNode again = client.run(mutation, Map.of("id", gid(shirt), "variants", List.of(large)));
        JsonNode deleted = client.run(
                delete,
                Map.of("id", gid(shirt), "ids", List.of(gid(shirt.variants().get(0)))));
        JsonNode last = client.run(
                delete,
                Map.of(
                        "id",
                        gid(shirt),
                        "ids",
                        shirt.variants().stream().map(CatalogMutationsTest::gid).toList()));

        // Then
        assertThat(added.at("/data/productVariantsBulkCreate/productVariants/0/title")
                        .asText())
                .isEqualTo("L");
        assertThat(again.at("/data/productVariantsBulkCreate/userErrors/0/code").asText())
                .isEqualTo("VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE");
        assertThat(deleted.at("/data/productVariantsBulkDelete/userErrors")).isEmpty();
        assertThat(last.at("/data/productVariantsBulkDelete/userErrors/0/code").asText())
                .isEqualTo("CANNOT_DELETE_LAST_VARIANT");
        assertThat(shirt.variants()).extracting(Variant::title).containsExactly("M", "L");
        assertThat(shirt.options().get(0).values())
                .extracting(value -> value.name())
                .containsExactly("M", "L");
    }

    @Test
    void aProductIsCreatedUpdatedPublishedAndDeleted() {
        // When
        JsonNode created = run(
                        "product_create",
                        Map.of(
                                "product",
                                Map.of(
                                        "title",
                                        "Shirt",
                                        "productOptions",
                                        List.of(Map.of(
                                                "name",
                                                "Size",
                                                "values",
                                                List.of(Map.of("name", "S"), Map.of("name", "M")))))))
                .at("/data/productCreate");
        String id = created.at("/product/id").asText();
        Product shirt = shopify.catalog().find("shirt").orElseThrow();
        boolean publishedAtFirst = shirt.publishedAt().isPresent();
        run("product_update", Map.of("product", Map.of("id", id, "status", "ARCHIVED", "title", "Old shirt")));
        JsonNode nobody = run("product_update", Map.of("product", Map.of("id", "gid://shopify/Product/1")));
        run("publish", Map.of("id", id, "input", List.of(Map.of("publicationId", "gid://shopify/Publication/1"))));

        // Then
        assertThat(shirt.variants()).extracting(Variant::title).containsExactly("S");
        assertThat(publishedAtFirst).isFalse();
        assertThat(shirt.publishedAt()).isPresent();
        assertThat(shirt.title()).isEqualTo("Old shirt");
        assertThat(shirt.status().name()).isEqualTo("ARCHIVED");
        assertThat(nobody.at("/data/productUpdate/userErrors/0/message").asText())
                .isEqualTo("Product does not exist");
        JsonNode deleted =
                run("product_delete", Map.of("input", Map.of("id", id))).at("/data/productDelete");
        assertThat(deleted.path("deletedProductId").asText()).isEqualTo(id);
        assertThat(shopify.catalog().size()).isZero();
    }

    @Test
    void metafieldsAreSetAllOrNoneAndComparedBeforeTheyAreReplaced() {
        // Given
        Product shirt = shopify.catalog().create(SHIRT);
        shopify.catalog().defineMetafield("PRODUCT", "care", "wash", "number_integer");
        Map<String, Object> wash = Map.of("ownerId", gid(shirt), "namespace", "care", "key", "wash", "value", "30");

        // When
        JsonNode set = metafields(List.of(wash));
        String digest = set.at("/metafields/0/compareDigest").asText();
        JsonNode wrong = metafields(List.of(
                Map.of("ownerId", gid(shirt), "namespace", "care", "key", "wash", "value", "40"),
                Map.of(
                        "ownerId",
                        gid(shirt),
                        "namespace",
                        "care",
                        "key",
                        "tags",
                        "type",
                        "list.number_integer",
                        "value",
                        "[1,\"x\"]")));
        JsonNode compared = metafields(List.of(with(wash, "value", "50", "compareDigest", digest)));
        JsonNode stale = metafields(List.of(with(wash, "value", "60", "compareDigest", digest)));
        JsonNode otherType = metafields(List.of(with(wash, "type", "color", "value", "#ffffff")));
        JsonNode tooMany = metafields(Collections.nCopies(26, wash));

        // Then
        assertThat(wrong.at("/userErrors/0/code").asText()).isEqualTo("INVALID_VALUE");
        assertThat(wrong.at("/userErrors/0/field").toString()).isEqualTo("[\"metafields\",\"1\",\"value\"]");
        assertThat(wrong.at("/userErrors/0/elementIndex").asInt()).isEqualTo(1);
        assertThat(compared.path("userErrors")).isEmpty();
        assertThat(stale.at("/userErrors/0/code").asText()).isEqualTo("STALE_OBJECT");
        assertThat(otherType.at("/userErrors/0/code").asText()).isEqualTo("INVALID_TYPE");
        assertThat(tooMany.at("/userErrors/0/code").asText()).isEqualTo("LESS_THAN_OR_EQUAL_TO");
        assertThat(shirt.metafields().get(0).value()).isEqualTo("50");
        assertThat(shirt.metafields()).hasSize(1);
    }

    @Test
    void withoutTheScopeNothingIsWritten() {
        // Given
        shopify.grantScopes(Set.of("read_products"));

        // When
        JsonNode answer = client.run(
                ShopifyClient.document("product_set"), Map.of("synchronous", true, "input", Map.of("title", "Mug")));

        // Then
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("ACCESS_DENIED");
        assertThat(shopify.catalog().size()).isZero();
    }

    @Test
    void everyWriteOfAnAppComesBackAsAWebhook() {
        // Given
        try (WebhookInbox inbox = new WebhookInbox()) {
            shopify.sendWebhooksTo(inbox.uri(), "s", List.of("products/create", "products/update", "products/delete"));

            // When
            set(null, mug("5.00"), true);
            Product mug = shopify.catalog().find("mug").orElseThrow();
            update(mug, List.of(Map.of("id", gid(mug.variants().get(0)), "price", "6")));
            run("product_delete", Map.of("input", Map.of("id", gid(mug))));

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.received())
                            .extracting(WebhookInbox.Received::topic)
                            .containsExactlyInAnyOrder("products/create", "products/update", "products/delete"));
            JsonNode created =
                    ShopifyClient.json(inbox.of("products/create").get(0).body().toString());
            JsonNode updated =
                    ShopifyClient.json(inbox.of("products/update").get(0).body().toString());
            JsonNode deleted =
                    ShopifyClient.json(inbox.of("products/delete").get(0).body().toString());
            assertThat(created.at("/variants/0/price").asText()).isEqualTo("5.00");
            assertThat(created.path("published_at").isNull()).isTrue();
            assertThat(updated.at("/variants/0/price").asText()).isEqualTo("6.00");
            assertThat(deleted).hasSize(1);
            assertThat(deleted.path("id").asLong()).isEqualTo(mug.id());
        }
    }

    @Test
    void webhooksOfProductsComeTwiceAndInTheWrongOrderWhenTheyAreTold() {
        // Given
        try (WebhookInbox inbox = new WebhookInbox()) {
            shopify.sendWebhooksTo(inbox.uri(), "s", List.of("products/create", "products/update", "products/delete"));
            shopify.deliveries().hold();

            // When
            Product mug = shopify.catalog().create("MUG-1", "Mug", "5");
            shopify.catalog().rename(mug.id(), "Cup");
            shopify.deliveries().release(ReleaseOrder.REVERSED);
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.received()).hasSize(2));
            shopify.deliveries().resend(shopify.deliveries().log().get(0).webhookId());

            // Then
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(inbox.of("products/create")).hasSize(2));
            assertThat(inbox.of("products/create"))
                    .allSatisfy(each -> assertThat(each.body().toString()).contains("\"title\":\"Mug\""));
            assertThat(inbox.of("products/create").get(0).header("X-Shopify-Webhook-Id"))
                    .isEqualTo(inbox.of("products/create").get(1).header("X-Shopify-Webhook-Id"));
        }
    }

    private static Map<String, Object> with(Map<String, Object> map, String... more) {
        Map<String, Object> all = new HashMap<>(map);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private static Map<String, Object> mug(String price) {
        List<Map<String, String>> values = List.of(Map.of("optionName", "Title", "name", "Default Title"));
        return Map.of(
                "title",
                "Mug",
                "handle",
                "mug",
                "productOptions",
                List.of(Map.of("name", "Title", "values", List.of(Map.of("name", "Default Title")))),
                "variants",
                List.of(Map.of("sku", "MUG-1", "price", price, "optionValues", values)));
    }

    private JsonNode set(Map<String, Object> identifier, Map<String, Object> input, boolean synchronous) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("identifier", identifier);
        variables.put("input", input);
        variables.put("synchronous", synchronous);
        return run("product_set", variables).at("/data/productSet");
    }

    private JsonNode update(Product product, List<Map<String, Object>> variants) {
        return run("variants_bulk_update", Map.of("productId", gid(product), "variants", variants))
                .at("/data/productVariantsBulkUpdate");
    }

    private JsonNode metafields(List<Map<String, Object>> metafields) {
        return run("metafields_set", Map.of("metafields", metafields)).at("/data/metafieldsSet");
    }

    private static String gid(Product product) {
        return "gid://shopify/Product/" + product.id();
    }

    private static String gid(Variant variant) {
        return "gid://shopify/ProductVariant/" + variant.id();
    }

    private JsonNode run(String document, Map<String, Object> variables) {
        JsonNode answer = client.run(ShopifyClient.document(document), variables);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer;
    }
}

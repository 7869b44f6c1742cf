package io.shopoms.catalog.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.catalog.fixtures.RecordedProducts;
import io.shopoms.catalog.product.Metafield;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.ProductOption;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import io.shopoms.catalog.product.WeightUnit;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProductDecodersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<ProductField> EVERYTHING = EnumSet.allOf(ProductField.class);

    @TestFactory
    Stream<DynamicTest> bothSpellingsOfAProductSayTheSame() {
        return RecordedProducts.NAMES.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    // When
                    ShopifyProduct webhook = RecordedProducts.webhook(name);
                    ShopifyProduct graphql = RecordedProducts.graphql(name);

                    // Then
                    assertThat(webhook.id()).isEqualTo(graphql.id());
                    assertThat(webhook.handle()).isEqualTo(graphql.handle());
                    assertThat(webhook.updatedAt()).isEqualTo(graphql.updatedAt());
                    int told = webhook.variants().size();
                    Product same = told == graphql.variants().size()
                            ? graphql.content()
                            : graphql.content()
                                    .withVariants(graphql.content().variants().subList(0, told));
                    ProductDifference difference =
                            ProductDifference.between(same, webhook.content(), EVERYTHING, webhook.complete());
                    assertThat(difference).isEqualTo(new ProductDifference(List.of(), List.of(), List.of(), false));
                    assertThat(graphql.variants())
                            .startsWith(webhook.variants().toArray(new ShopifyProduct.VariantIdentity[0]));
                }));
    }

    @Test
    void everythingThatGraphqlTellsIsRead() {
        // When
        ShopifyProduct mug = RecordedProducts.graphql("no-options");

        // Then
        Product content = mug.content();
        assertThat(mug.updatedAt()).isEqualTo(Instant.parse("2026-11-02T12:30:00Z"));
        assertThat(content.title()).contains("Enamel mug");
        assertThat(content.description()).contains("<p>Holds <strong>350 ml</strong></p>");
        assertThat(content.vendor()).contains("Acme");
        assertThat(content.productType()).contains("Mugs");
        assertThat(content.tags().orElseThrow()).containsExactly("enamel", "Kitchen");
        assertThat(content.status()).contains(ProductStatus.ACTIVE);
        assertThat(content.options()).containsExactly(ProductOption.ONLY);
        assertThat(content.images())
                .contains(List.of(
                        new ProductImage(
                                "https://cdn.shopify.com/s/files/1/0690/0345/9600/files/mug.jpg",
                                Optional.of("A white mug")),
                        new ProductImage(
                                "https://cdn.shopify.com/s/files/1/0690/0345/9600/files/mug-back.jpg",
                                Optional.empty())));
        assertThat(content.metafields())
                .containsExactly(
                        new Metafield("custom", "care", "single_line_text_field", "Dishwasher safe"),
                        new Metafield("custom", "capacity", "number_integer", "350"));
        assertThat(content.variants())
                .containsExactly(new Variant(
                        List.of("Default Title"),
                        Optional.of("MUG-1"),
                        Optional.of("4006381333931"),
                        Optional.of(new BigDecimal("12.5")),
                        Optional.of(new BigDecimal("15")),
                        Optional.of(new BigDecimal("4.2")),
                        Optional.of(new Weight(new BigDecimal("350"))),
                        Optional.of(true),
                        Optional.of(true),
                        Optional.of(true)));
    }

    @Test
    void whatAWebhookLeavesOutIsNotTakenForEmpty() {
        // When
        Variant mug =
                RecordedProducts.webhook("no-options").content().variants().get(0);

        // Then
        assertThat(mug.cost()).isEmpty();
        assertThat(mug.weight()).isEmpty();
        assertThat(mug.requiresShipping()).isEmpty();
        assertThat(mug.tracked()).isEmpty();
    }

    @Test
    void nullTextsAndPricesAreEmptyOnes() {
        // When
        Product bowl = RecordedProducts.webhook("empty-sku").content();
        Product thing = RecordedProducts.webhook("no-texts").content();

        // Then
        assertThat(bowl.variants()).extracting(Variant::sku).containsExactly(Optional.of(""), Optional.of(""));
        assertThat(bowl.variants().get(0).compareAtPrice()).contains(BigDecimal.ZERO);
        assertThat(thing.description()).contains("");
        assertThat(thing.vendor()).contains("");
    }

    @Test
    void weightsAreReadInEveryUnit() {
        // When
        List<Variant> spices = RecordedProducts.graphql("weights").content().variants();

        // Then
        assertThat(spices)
                .extracting(spice -> spice.weight().orElseThrow())
                .containsExactly(
                        Weight.of(new BigDecimal("250"), WeightUnit.GRAMS),
                        Weight.of(new BigDecimal("1.25"), WeightUnit.KILOGRAMS),
                        Weight.of(new BigDecimal("8.8"), WeightUnit.OUNCES),
                        Weight.of(new BigDecimal("2.5"), WeightUnit.POUNDS),
                        new Weight(BigDecimal.ZERO));
        assertThat(RecordedProducts.webhook("weights").content().variants())
                .as("webhooks of older versions tell weight, shipping and tracking too")
                .isEqualTo(spices);
    }

    @Test
    void aWebhookWithPartOfTheVariantsSaysSo() {
        // When
        ShopifyProduct webhook = RecordedProducts.webhook("many-variants");
        ShopifyProduct graphql = RecordedProducts.graphql("many-variants");

        // Then
        assertThat(webhook.complete()).isFalse();
        assertThat(webhook.variants()).hasSize(100);
        assertThat(graphql.complete()).isTrue();
        assertThat(graphql.variants()).hasSize(120);
        assertThat(RecordedProducts.webhook("three-options").complete()).isTrue();
    }

    @Test
    void valuesThatNoVariantHasAreNoContentButKnown() {
        // When
        ShopifyProduct shirt = RecordedProducts.graphql("three-options");

        // Then
        assertThat(shirt.content().options().get(1)).isEqualTo(new ProductOption("Colour", List.of("Blue", "Red")));
        assertThat(shirt.options().get(1).unused()).containsExactly("Green");
    }

    @Test
    void aDeletionTellsTheNumberOnly() {
        // When
        ProductRecord record =
                ProductJson.decode(RawFormat.WEBHOOK, RecordedProducts.text("deleted", RawFormat.WEBHOOK));

        // Then
        assertThat(record).isEqualTo(new ProductRecord(new ShopifyId(9100000000999L), Optional.empty()));
    }

    @Test
    void theMarkOfACreatedProductIsNoMetafieldOfTheMerchant() throws Exception {
        // Given
        ObjectNode mug = (ObjectNode) JSON.readTree(RecordedProducts.text("no-options", RawFormat.GRAPHQL));
        mug.putObject("source").put("value", "odoo:42");
        ((ArrayNode) mug.path("metafields").path("nodes"))
                .addObject()
                .put("id", "gid://shopify/Metafield/1")
                .put("namespace", "shopoms")
                .put("key", "source")
                .put("type", "single_line_text_field")
                .put("value", "odoo:42");

        // When
        ShopifyProduct read =
                ProductJson.decode(RawFormat.GRAPHQL, mug.toString()).product().orElseThrow();

        // Then
        assertThat(read.source()).contains("odoo:42");
        assertThat(read.content())
                .isEqualTo(RecordedProducts.graphql("no-options").content());
    }

    @Test
    void contentIgnoresTheDateAndTheNumberOfAPicturesProcessing() throws Exception {
        // Given
        ObjectNode later = (ObjectNode) JSON.readTree(RecordedProducts.text("no-options", RawFormat.WEBHOOK));
        later.put("updated_at", "2026-12-24T00:00:00Z");
        ((ObjectNode) later.path("images").get(0))
                .put("src", "https://cdn.shopify.com/s/files/1/0690/0345/9600/files/mug.jpg?v=99");

        // When
        String content = ProductJson.content(ProductJson.decode(RawFormat.WEBHOOK, later.toString())
                .product()
                .orElseThrow());

        // Then
        assertThat(content).isEqualTo(ProductJson.content(RecordedProducts.webhook("no-options")));
    }

    @Test
    void theSmallestOddityIsNamedWithItsPlace() {
        assertThat(refusal(mug -> variant(mug).put("price", "12,50 €"))).contains("variants[0].price is not an amount");
        assertThat(refusal(mug -> variant(mug).put("price", "-1")))
                .contains("variants[0].price is not an amount of zero");
        assertThat(refusal(mug -> variant(mug).put("price", "1e999999999"))).contains("variants[0].price");
        assertThat(refusal(mug -> variant(mug).putObject("sku"))).contains("variants[0].sku is not a text");
        assertThat(refusal(mug -> variant(mug).putNull("option1"))).contains("variants[0].option1");
        assertThat(refusal(mug -> variant(mug).put("weight", 1).put("weight_unit", "stone")))
                .contains("variants[0].weight_unit is not grams");
        assertThat(refusal(mug -> mug.put("status", "asleep"))).contains("status is not active, draft");
        assertThat(refusal(mug -> mug.put("updated_at", "yesterday"))).contains("updated_at is not a date");
        assertThat(refusal(mug -> mug.put("variants", "none"))).contains("variants is not a list");
        assertThat(refusal(mug -> mug.putArray("variants"))).contains("contradicts itself: a product has no variant");
        assertThat(refusal(mug ->
                        ((ArrayNode) mug.path("variants")).add(variant(mug).deepCopy())))
                .contains("contradicts itself: two variants");
        assertThat(refusal(mug -> mug.put("id", "mug"))).contains("id is not a Shopify id");
    }

    @Test
    void whatIsNoJsonObjectIsRefusedWithoutQuotingIt() {
        for (String raw : List.of("", "[]", "{\"id\":1,\"title\":\"Secret", "null")) {
            assertThatThrownBy(() -> ProductJson.decode(RawFormat.WEBHOOK, raw))
                    .isInstanceOfSatisfying(SyncFailureException.class, e -> {
                        assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
                        assertThat(e.failure().message())
                                .startsWith("the product is not")
                                .doesNotContain("Secret");
                    });
        }
    }

    private static ObjectNode variant(ObjectNode product) {
        return (ObjectNode) product.path("variants").get(0);
    }

    private static String refusal(Consumer<ObjectNode> spoil) {
        try {
            JsonNode product = JSON.readTree(RecordedProducts.text("no-options", RawFormat.WEBHOOK));
            spoil.accept((ObjectNode) product);
            ProductJson.decode(RawFormat.WEBHOOK, product.toString());
            return "not refused";
        } catch (SyncFailureException e) {
            assertThat(e.failure()).isInstanceOf(InvalidPayload.class);
            return e.failure().message();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}

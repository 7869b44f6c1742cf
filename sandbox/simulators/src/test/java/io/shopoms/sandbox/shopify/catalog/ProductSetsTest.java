package io.shopoms.sandbox.shopify.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductSetsTest {

    private static final String SIZES =
            "\"productOptions\":[{\"name\":\"Size\",\"values\":[{\"name\":\"S\"},{\"name\":\"M\"}]}]";

    private final CatalogFixture store = new CatalogFixture();

    @Test
    void aProductHasExactlyTheVariantsNamedNotAllCombinations() {
        // When
        Product shirt = store.shirt();

        // Then
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S / Red", "S / Blue", "M / Blue");
        assertThat(shirt.handle()).isEqualTo("shirt");
        assertThat(shirt.text().vendor()).isEqualTo("acme");
        assertThat(shirt.publishedAt()).isEmpty();
        assertThat(store.told).containsExactly("create Shirt");
    }

    @Test
    void aProductOfWhichNothingIsSaidHasOneDefaultVariant() {
        // When
        Product plain = store.make("{\"title\":\"Plain\"}");

        // Then
        assertThat(plain.hasOnlyDefaultVariant()).isTrue();
        assertThat(CatalogFixture.titles(plain)).containsExactly("Default Title");
        assertThat(plain.variants().get(0).price()).isEqualByComparingTo("0.00");
    }

    @Test
    void variantsLeftOutAreDeletedAndOthersKnownByTheirOptionValues() {
        // Given
        Product shirt = store.shirt();
        long kept = shirt.variants().get(2).id();
        Variant gone = shirt.variants().get(0);

        // When
        store.set(
                shirt,
                "{\"options\":{\"Size\":[\"M\",\"L\"],\"Color\":[\"Blue\"]},\"variants\":["
                        + "{\"price\":\"15\",\"options\":{\"Size\":\"M\",\"Color\":\"Blue\"}},"
                        + "{\"sku\":\"L-B\",\"options\":{\"Size\":\"L\",\"Color\":\"Blue\"}}]}");

        // Then
        assertThat(CatalogFixture.titles(shirt)).containsExactly("M / Blue", "L / Blue");
        assertThat(shirt.variants().get(0).id()).isEqualTo(kept);
        assertThat(shirt.variants().get(0).sku()).isEqualTo("M-B");
        assertThat(shirt.variants().get(0).price().toPlainString()).isEqualTo("15.00");
        assertThat(gone.exists()).isFalse();
        assertThat(store.catalog.withSku("S-R")).isEmpty();
        assertThat(store.catalog.withSku("L-B")).hasSize(1);
    }

    @Test
    void fieldsThatAreNotNamedStay() {
        // Given
        Product shirt = store.make(
                "{\"title\":\"Shirt\",\"vendor\":\"Looms\",\"tags\":[\"b\",\"A\",\"a\"],\"sku\":\"X\","
                        + "\"price\":\"3.50\",\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\",\"alt\":\"Front\"}],"
                        + "\"metafields\":[{\"namespace\":\"care\",\"key\":\"wash\",\"type\":\"number_integer\",\"value\":\"30\"}]}");

        // When
        store.set(shirt, "{\"title\":\"Better shirt\"}");

        // Then
        assertThat(shirt.title()).isEqualTo("Better shirt");
        assertThat(shirt.handle()).isEqualTo("shirt");
        assertThat(shirt.text().vendor()).isEqualTo("Looms");
        assertThat(shirt.tags()).containsExactly("A", "b");
        assertThat(shirt.variants().get(0).sku()).isEqualTo("X");
        assertThat(shirt.media()).hasSize(1);
        assertThat(shirt.metafields()).hasSize(1);
    }

    @Test
    void listsThatAreNamedAreTheWholeList() {
        // Given
        Product shirt = store.make("{\"title\":\"Shirt\",\"tags\":[\"old\"],"
                + "\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\"},{\"originalSource\":\"https://img.example.com/b.jpg\"}],"
                + "\"metafields\":[{\"namespace\":\"care\",\"key\":\"wash\",\"type\":\"number_integer\",\"value\":\"30\"},"
                + "{\"namespace\":\"care\",\"key\":\"iron\",\"type\":\"boolean\",\"value\":\"true\"}]}");
        Media first = shirt.media().get(0);

        // When
        store.set(
                shirt,
                "{\"tags\":[\"new\"],\"files\":[{\"id\":\"gid://shopify/MediaImage/" + first.id()
                        + "\",\"alt\":\"Front\"}],"
                        + "\"metafields\":[{\"namespace\":\"care\",\"key\":\"iron\",\"value\":\"false\"}]}");

        // Then
        assertThat(shirt.tags()).containsExactly("new");
        assertThat(shirt.media()).containsExactly(first.withAlt("Front"));
        assertThat(shirt.metafields()).extracting(Metafield::key).containsExactly("iron");
        assertThat(shirt.metafields().get(0).value()).isEqualTo("false");
    }

    @Test
    void theImageOfAVariantMustBeOneOfTheProducts() {
        // Given
        String variant = "\"sku\":\"X\",\"file\":{\"originalSource\":\"https://img.example.com/a.jpg\"}";

        // When
        Product shirt =
                store.make("{\"title\":\"Shirt\",\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\"}],"
                        + "\"variants\":[{" + variant + "}]}");
        Refused refused = catchThrowableOfType(
                Refused.class, () -> store.make("{\"title\":\"Other\",\"variants\":[{" + variant + "}]}"));

        // Then
        assertThat(shirt.variants().get(0).mediaId())
                .isEqualTo(shirt.media().get(0).id());
        assertThat(CatalogFixture.codes(refused)).containsExactly("INVALID_VARIANT");
    }

    @Test
    void aSourceGivenAgainIsUploadedAgain() {
        // Given
        String files = "\"files\":[{\"originalSource\":\"https://img.example.com/a.jpg\"}]";
        Product shirt = store.make("{\"title\":\"Shirt\"," + files + "}");
        long before = shirt.media().get(0).id();

        // When
        store.set(shirt, "{" + files + "}");

        // Then
        assertThat(shirt.media()).hasSize(1);
        assertThat(shirt.media().get(0).id()).isNotEqualTo(before);
    }

    @Test
    void aVariantNamedByIdMayGetOtherValuesAndTwoMaySwapTheirSkus() {
        // Given
        Product shirt = store.shirt();
        Variant red = shirt.variants().get(0);
        Variant blue = shirt.variants().get(1);

        // When
        store.set(
                shirt,
                "{\"options\":{\"Size\":[\"S\"],\"Color\":[\"Red\",\"Blue\"]},\"variants\":["
                        + "{\"id\":\"gid://shopify/ProductVariant/" + red.id()
                        + "\",\"sku\":\"S-B\",\"options\":{\"Size\":\"S\",\"Color\":\"Blue\"}},"
                        + "{\"id\":\"gid://shopify/ProductVariant/" + blue.id()
                        + "\",\"sku\":\"S-R\",\"options\":{\"Size\":\"S\",\"Color\":\"Red\"}}]}");

        // Then
        assertThat(red.title()).isEqualTo("S / Blue");
        assertThat(store.catalog.withSku("S-B")).containsExactly(red);
        assertThat(store.catalog.withSku("S-R")).containsExactly(blue);
    }

    @Test
    void anOptionOrValueNamedByIdIsRenamedAndItsVariantsStay() {
        // Given
        Product shirt = store.shirt();
        ProductOption color = shirt.options().get(1);
        OptionValue red = color.values().get(0);
        List<Long> ids = shirt.variants().stream().map(Variant::id).toList();

        // When
        store.set(
                shirt,
                "{\"productOptions\":[{\"name\":\"Size\",\"values\":[{\"name\":\"S\"},{\"name\":\"M\"}]},"
                        + "{\"id\":\"gid://shopify/ProductOption/" + color.id()
                        + "\",\"name\":\"Colour\",\"values\":[{\"id\":\"gid://shopify/ProductOptionValue/" + red.id()
                        + "\",\"name\":\"Crimson\"},{\"name\":\"Blue\"}]}],"
                        + "\"variants\":["
                        + "{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"S\"},{\"optionName\":\"Colour\",\"name\":\"Crimson\"}]},"
                        + "{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"S\"},{\"optionName\":\"Colour\",\"name\":\"Blue\"}]},"
                        + "{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"M\"},{\"optionName\":\"Colour\",\"name\":\"Blue\"}]}]}");

        // Then
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S / Crimson", "S / Blue", "M / Blue");
        assertThat(shirt.variants()).extracting(Variant::id).containsExactlyElementsOf(ids);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | INVALID_PRODUCT | Title can't be blank",
                "{\"title\":\"T\",SIZES} | VARIANTS_INPUT_MISSING | Variants input is required when updating product options",
                "{\"title\":\"T\",SIZES,\"variants\":[{\"optionValues\":[]}]} | NEED_TO_ADD_OPTION_VALUES | You need to add option values for Size",
                "{\"title\":\"T\",SIZES,\"variants\":[{\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"L\"}]}]} | OPTION_VALUE_DOES_NOT_EXIST | Option value does not exist",
                "{\"title\":\"T\",SIZES,\"variants\":[{\"optionValues\":[{\"optionName\":\"Fit\",\"name\":\"S\"}]}]} | OPTION_DOES_NOT_EXIST | Option does not exist",
                "{\"title\":\"T\",SIZES,\"variants\":[{\"price\":-1,\"optionValues\":[{\"optionName\":\"Size\",\"name\":\"S\"}]}]} | NEGATIVE_PRICE | Price must be greater than or equal to 0",
                "{\"title\":\"T\",\"files\":[{\"originalSource\":\"ftp://x\"}]} | INVALID_INPUT | Image URL is invalid",
                "{\"title\":\"T\",\"metafields\":[{\"namespace\":\"care\",\"key\":\"wash\",\"type\":\"number_integer\",\"value\":\"hot\"}]} | INVALID_METAFIELD | Value must be an integer.",
            })
    void whatShopifyRefusesIsRefusedWithItsCodeAndNothingIsMade(String draft, String code, String message) {
        // Given
        String json = draft.replace("SIZES", SIZES);

        // When
        Refused refused = catchThrowableOfType(Refused.class, () -> store.make(json));

        // Then
        assertThat(CatalogFixture.codes(refused)).contains(code);
        assertThat(refused.errors()).extracting(CatalogError::message).contains(message);
        assertThat(store.catalog.size()).isZero();
        assertThat(store.told).isEmpty();
    }

    @Test
    void oneWrongVariantLeavesTheWholeProductAsItWas() {
        // Given
        Product shirt = store.shirt();
        store.told.clear();

        // When
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> store.set(
                        shirt,
                        "{\"title\":\"Other\",\"options\":{\"Size\":[\"S\"]},\"variants\":["
                                + "{\"price\":\"1\",\"options\":{\"Size\":\"S\"}},{\"options\":{\"Size\":\"S\"}}]}"));

        // Then
        assertThat(CatalogFixture.codes(refused)).containsExactly("VARIANT_EXISTS");
        assertThat(refused.errors().get(0).field()).containsExactly("input", "variants", "1");
        assertThat(shirt.title()).isEqualTo("Shirt");
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S / Red", "S / Blue", "M / Blue");
        assertThat(store.told).isEmpty();
    }

    @Test
    void emptyListsOfOptionsAndVariantsLeaveTheDefaultVariant() {
        // Given
        Product shirt = store.shirt();

        // When
        store.set(shirt, "{\"productOptions\":[],\"variants\":[]}");

        // Then
        assertThat(shirt.hasOnlyDefaultVariant()).isTrue();
        assertThat(store.catalog.withSku("S-R")).isEmpty();
    }

    @Test
    void limitsHoldForOptionsAndVariants() {
        // Given
        List<String> values = new ArrayList<>();
        for (int i = 0; i < 1_025; i++) {
            values.add("\"" + i + "\"");
        }
        String two = "{\"title\":\"T\",\"options\":{\"A\":" + values + ",\"B\":[\"x\",\"y\"]}}";
        String four =
                "{\"title\":\"T\",\"options\":{\"A\":[\"1\"],\"B\":[\"1\"],\"C\":[\"1\"],\"D\":[\"1\"]},\"sku\":\"X\"}";

        // When
        Refused tooMany = catchThrowableOfType(Refused.class, () -> store.make(two));
        Refused fourOptions = catchThrowableOfType(Refused.class, () -> store.make(four));

        // Then
        assertThat(CatalogFixture.codes(tooMany)).containsExactly("VARIANTS_OVER_LIMIT");
        assertThat(CatalogFixture.codes(fourOptions)).contains("OPTIONS_OVER_LIMIT");
    }

    @Test
    void anIdentifierFindsOrMakes() {
        // Given
        store.catalog.definitions().define("PRODUCT", "erp", "number", null, "id");
        Input custom = Input.of(Map.of("customId", Map.of("namespace", "erp", "key", "number", "value", "4711")));
        Input handle = Input.of(Map.of("handle", "my-mug"));

        // When
        Product made = store.writing.sets().set(custom, ProductDraft.parse("{\"title\":\"Mug\"}"));
        Product found = store.writing.sets().set(custom, ProductDraft.parse("{\"title\":\"Cup\"}"));
        Product byHandle =
                store.writing.sets().set(handle, ProductDraft.parse("{\"title\":\"Jug\",\"handle\":\"my-mug\"}"));

        // Then
        assertThat(found).isSameAs(made);
        assertThat(made.title()).isEqualTo("Cup");
        assertThat(made.metafields().get(0).value()).isEqualTo("4711");
        assertThat(byHandle.handle()).isEqualTo("my-mug");
        assertThat(store.told).containsExactly("create Mug", "update Cup", "create Jug");
    }

    @Test
    void anIdentifierThatTheInputContradictsIsRefused() {
        // Given
        Input handle = Input.of(Map.of("handle", "mug"));
        Input unknown = Input.of(Map.of("id", "gid://shopify/Product/1"));

        // When
        Refused missing = catchThrowableOfType(
                Refused.class, () -> store.writing.sets().set(handle, ProductDraft.parse("{\"title\":\"Mug\"}")));
        Refused other = catchThrowableOfType(
                Refused.class,
                () -> store.writing.sets().set(handle, ProductDraft.parse("{\"title\":\"Mug\",\"handle\":\"cup\"}")));
        Refused nobody = catchThrowableOfType(
                Refused.class, () -> store.writing.sets().set(unknown, ProductDraft.parse("{\"title\":\"Mug\"}")));

        // Then
        assertThat(CatalogFixture.codes(missing)).containsExactly("MISSING_FIELD_REQUIRED");
        assertThat(CatalogFixture.codes(other)).containsExactly("INPUT_MISMATCH");
        assertThat(CatalogFixture.codes(nobody)).containsExactly("NOT_FOUND");
        assertThat(store.catalog.size()).isZero();
    }

    @Test
    void aChangeMovesTheProductToTheEndOfTheListOfChanges() {
        // Given
        Product first = store.make("{\"title\":\"A\"}");
        Product second = store.make("{\"title\":\"B\"}");

        // When
        store.pass(Duration.ofSeconds(5));
        store.set(first, "{\"title\":\"A2\"}");

        // Then
        assertThat(store.catalog.changedSince(second.updatedAt())).containsExactly(second, first);
        assertThat(store.catalog.changedSince(first.updatedAt())).containsExactly(first);
    }
}

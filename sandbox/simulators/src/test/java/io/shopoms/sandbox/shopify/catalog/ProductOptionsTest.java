package io.shopoms.sandbox.shopify.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductOptionsTest {

    private final CatalogFixture store = new CatalogFixture();
    private final ProductOptions options = store.writing.options();
    private final OptionUpdates updates = store.writing.optionUpdates();

    @Test
    void aNewOptionGivesTheVariantsThereAreItsFirstValue() {
        // Given
        Product shirt = store.shirt();
        List<Long> ids = shirt.variants().stream().map(Variant::id).toList();

        // When
        options.create(shirt, List.of(option("Fit", "Slim", "Wide")), false);

        // Then
        assertThat(CatalogFixture.titles(shirt))
                .containsExactly("S / Red / Slim", "S / Blue / Slim", "M / Blue / Slim");
        assertThat(shirt.variants()).extracting(Variant::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyCombinationIsMadeWhenAskedFor() {
        // Given
        Product mug = store.make("{\"title\":\"Mug\",\"sku\":\"MUG\",\"price\":\"5.00\"}");
        long id = mug.variants().get(0).id();

        // When
        options.create(mug, List.of(option("Size", "S", "M")), true);

        // Then
        assertThat(CatalogFixture.titles(mug)).containsExactly("S", "M");
        assertThat(mug.variants().get(0).id()).isEqualTo(id);
        assertThat(mug.variants().get(1).price()).isEqualByComparingTo("5.00");
        assertThat(mug.hasOnlyDefaultVariant()).isFalse();
    }

    @Test
    void anOptionIsRenamedMovedAndGetsValues() {
        // Given
        Product shirt = store.shirt();
        ProductOption color = shirt.options().get(1);
        String red = "gid://shopify/ProductOptionValue/" + color.values().get(0).id();

        // When
        updates.update(
                shirt,
                Input.of(Map.of("id", gid(color), "name", "Colour", "position", 1)),
                List.of(Input.of(Map.of("name", "Green"))),
                List.of(Input.of(Map.of("id", red, "name", "Crimson"))),
                List.of(),
                false);

        // Then
        assertThat(shirt.options()).extracting(ProductOption::name).containsExactly("Colour", "Size");
        assertThat(CatalogFixture.titles(shirt)).containsExactly("Crimson / S", "Blue / S", "Blue / M");
        assertThat(color.values()).extracting(OptionValue::name).containsExactly("Crimson", "Blue", "Green");
    }

    @Test
    void aValueWithVariantsIsDeletedOnlyTogetherWithThem() {
        // Given
        Product shirt = store.shirt();
        ProductOption color = shirt.options().get(1);
        String red = "gid://shopify/ProductOptionValue/" + color.values().get(0).id();
        Input option = Input.of(Map.of("id", gid(color)));

        // When
        Refused refused = catchThrowableOfType(
                Refused.class, () -> updates.update(shirt, option, List.of(), List.of(), List.of(red), false));
        updates.update(shirt, option, List.of(), List.of(), List.of(red), true);

        // Then
        assertThat(CatalogFixture.codes(refused)).containsExactly("OPTION_VALUE_HAS_VARIANTS");
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S / Blue", "M / Blue");
    }

    @Test
    void anOptionIsDeletedOnlyIfTheVariantsCanStillBeToldApart() {
        // Given
        Product shirt = store.shirt();
        List<String> color = List.of(gid(shirt.options().get(1)));

        // When
        Refused several = catchThrowableOfType(Refused.class, () -> options.delete(shirt, color, "DEFAULT"));
        Refused same = catchThrowableOfType(Refused.class, () -> options.delete(shirt, color, "NON_DESTRUCTIVE"));
        options.delete(shirt, color, "POSITION");

        // Then
        assertThat(CatalogFixture.codes(several)).containsExactly("CANNOT_DELETE_OPTION_WITH_MULTIPLE_VALUES");
        assertThat(CatalogFixture.codes(same)).containsExactly("CANNOT_USE_NON_DESTRUCTIVE_STRATEGY");
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S", "M");
        assertThat(shirt.variants().get(0).sku()).isEqualTo("S-R");
    }

    private static Input option(String name, String... values) {
        return Input.of(Map.of(
                "name",
                name,
                "values",
                List.of(values).stream().map(value -> Map.of("name", value)).toList()));
    }

    private static String gid(ProductOption option) {
        return "gid://shopify/ProductOption/" + option.id();
    }
}

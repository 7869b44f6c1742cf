package io.shopoms.sandbox.shopify.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductVariantsTest {

    private final CatalogFixture store = new CatalogFixture();
    private final ProductVariants variants = store.writing.variants();

    @Test
    void whatCanBeChangedIsChangedIfPartsAreAllowed() {
        // Given
        Product shirt = store.shirt();
        List<Input> inputs = List.of(
                input(shirt.variants().get(0), "price", "20"),
                input(shirt.variants().get(1), "price", "-1"));

        // When
        ProductVariants.Updated updated = variants.update(shirt, inputs, List.of(), true);

        // Then
        assertThat(updated.variants()).containsExactly(shirt.variants().get(0));
        assertThat(updated.errors()).extracting(CatalogError::code).containsExactly("NEGATIVE_PRICE");
        assertThat(shirt.variants().get(0).price()).isEqualByComparingTo("20");
        assertThat(shirt.variants().get(1).price()).isEqualByComparingTo("11");
        assertThat(CatalogFixture.titles(shirt)).containsExactly("S / Red", "S / Blue", "M / Blue");
    }

    @Test
    void stockIsNotChangedWithAVariant() {
        // Given
        Product shirt = store.shirt();
        Input input = Input.of(Map.of(
                "id",
                "" + shirt.variants().get(0).id(),
                "inventoryQuantities",
                List.of(Map.of("availableQuantity", 5, "locationId", "gid://shopify/Location/1"))));

        // When
        Refused refused =
                catchThrowableOfType(Refused.class, () -> variants.update(shirt, List.of(input), List.of(), false));

        // Then
        assertThat(CatalogFixture.codes(refused)).containsExactly("NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE");
        assertThat(shirt.variants().get(0).quantity()).isZero();
    }

    @Test
    void twoVariantsMayExchangeTheirValuesButNotHaveTheSame() {
        // Given
        Product shirt = store.shirt();
        Variant red = shirt.variants().get(0);
        Variant blue = shirt.variants().get(1);

        // When
        variants.update(shirt, List.of(coloured(red, "Blue"), coloured(blue, "Red")), List.of(), false);
        Refused refused = catchThrowableOfType(
                Refused.class, () -> variants.update(shirt, List.of(coloured(red, "Red")), List.of(), false));

        // Then
        assertThat(red.title()).isEqualTo("S / Blue");
        assertThat(blue.title()).isEqualTo("S / Red");
        assertThat(CatalogFixture.codes(refused)).containsExactly("VARIANT_EXISTS");
    }

    @Test
    void theDefaultVariantGoesWhenOthersComeUnlessItIsToStay() {
        // Given
        Product one = store.make("{\"title\":\"One\",\"sku\":\"ONE\"}");
        Product two = store.make("{\"title\":\"Two\",\"sku\":\"TWO\"}");
        List<Input> added =
                List.of(Input.of(Map.of("optionValues", List.of(Map.of("optionName", "Title", "name", "Large")))));

        // When
        variants.create(one, added, List.of(), "DEFAULT");
        variants.create(two, added, List.of(), "PRESERVE_STANDALONE_VARIANT");

        // Then
        assertThat(CatalogFixture.titles(one)).containsExactly("Large");
        assertThat(CatalogFixture.titles(two)).containsExactly("Default Title", "Large");
        assertThat(store.catalog.withSku("ONE")).isEmpty();
    }

    @Test
    void anInventoryItemIsFoundByItsOwnNumber() {
        // Given
        Variant red = store.shirt().variants().get(0);

        // When
        variants.updateItem(red, Input.of(Map.of("sku", "NEW", "tracked", true, "cost", "3.5")));

        // Then
        assertThat(store.catalog.findByItem(red.inventoryItemId())).contains(red);
        assertThat(store.catalog.withSku("NEW")).containsExactly(red);
        assertThat(red.item().tracked()).isTrue();
        assertThat(red.item().requiresShipping()).isTrue();
    }

    private static Input coloured(Variant variant, String color) {
        return Input.of(
                Map.of("id", "" + variant.id(), "optionValues", List.of(Map.of("optionName", "Color", "name", color))));
    }

    private static Input input(Variant variant, String field, String value) {
        return Input.of(Map.of("id", "" + variant.id(), field, value));
    }
}

package io.shopoms.catalog.mapping;

import static io.shopoms.catalog.fixtures.Products.barcode;
import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.simple;
import static io.shopoms.catalog.fixtures.Products.status;
import static io.shopoms.catalog.fixtures.Products.titled;
import static io.shopoms.catalog.fixtures.Products.variant;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static io.shopoms.catalog.fixtures.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.FieldChange;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PushPlanTest {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);
    private static final Product SHIRT =
            product("Shirt", List.of("Size"), variant("A", "10", "S"), variant("B", "12", "M"));

    @Test
    void whatBothShowIsLeftAlone() {
        assertThat(plan(SHIRT, SHIRT, SHIRT, SHIRT).isEmpty()).isTrue();
        assertThat(first(SHIRT, SHIRT).isEmpty()).isTrue();
    }

    @Test
    void onlyWhatChangedInOdooIsWritten() {
        // Given
        Product other = titled(SHIRT, "Shop's own title");
        Product dearer = product("Shirt", List.of("Size"), variant("A", "10", "S"), variant("B", "13", "M"));

        // When
        PushPlan plan = plan(other, other, SHIRT, dearer);

        // Then
        assertThat(names(plan)).containsExactly("price");
        assertThat(plan.wanted().title()).isEmpty();
        assertThat(plan.wanted().variants())
                .extracting(Variant::price)
                .containsExactly(Optional.empty(), dearer.variants().get(1).price());
        assertThat(plan.structure()).isFalse();
    }

    @Test
    void whatAPersonChangedInShopifyIsPutBackIfOdooLeadsIt() {
        Product changed = titled(SHIRT, "Sale!");

        assertThat(names(plan(SHIRT, changed, SHIRT, SHIRT))).containsExactly("title");
        assertThat(plan(SHIRT, changed, SHIRT, SHIRT, Set.of(ProductField.PRICE), false)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void swappedSkusStayWithTheirVariants() {
        // Given
        Product swapped = product("Shirt", List.of("Size"), variant("B", "10", "S"), variant("A", "12", "M"));

        // When
        PushPlan plan = plan(SHIRT, SHIRT, SHIRT, swapped);

        // Then
        assertThat(names(plan)).containsExactly("sku", "sku");
        assertThat(plan.structure()).isFalse();
        assertThat(plan.known())
                .containsEntry(List.of("S"), new ShopifyId(1001))
                .containsEntry(List.of("M"), new ShopifyId(1002));
    }

    @Test
    void newAndRemovedVariantsAreTakenOverOnlyIfOdooDecides() {
        // Given
        Product next = product("Shirt", List.of("Size"), variant("B", "12", "M"), variant("C", "14", "L"));

        // When
        PushPlan plan = PushPlan.of(new Push(
                template(7, next),
                wanted(1, SHIRT),
                Map.of(new ShopifyId(1002), 700L),
                Optional.of(new LastSync(SHIRT, SHIRT)),
                ALL,
                true));
        PushPlan fieldsAlone = PushPlan.of(new Push(
                template(7, next),
                wanted(1, SHIRT),
                Map.of(new ShopifyId(1002), 700L),
                Optional.of(new LastSync(SHIRT, SHIRT)),
                ALL,
                false));

        // Then
        assertThat(plan.difference().added()).extracting(Variant::sku).containsExactly(Optional.of("C"));
        assertThat(plan.difference().removed()).extracting(Variant::sku).containsExactly(Optional.of("A"));
        assertThat(plan.known()).containsOnly(Map.entry(List.of("M"), new ShopifyId(1002)));
        assertThat(fieldsAlone.isEmpty()).isTrue();
    }

    @Test
    void aRenamedValueKeepsItsVariant() {
        // Given
        Product renamed = product("Shirt", List.of("Size"), variant("A", "10", "Small"), variant("B", "12", "M"));

        // When
        PushPlan plan = plan(SHIRT, SHIRT, SHIRT, renamed);

        // Then
        assertThat(plan.difference().optionsDiffer()).isTrue();
        assertThat(plan.difference().fields()).isEmpty();
        assertThat(plan.known()).containsEntry(List.of("Small"), new ShopifyId(1001));
    }

    @Test
    void fieldsThatNobodyEnteredInOdooEraseNothingAtTheFirstMeeting() {
        // Given
        Product shop = product("Shirt", List.of("Size"), barcode(variant("A", "10", "S"), "4006381333931"));
        Product bare = product("Shirt", List.of("Size"), variant("", "0", "S"));

        // Then
        assertThat(first(shop, bare).isEmpty()).isTrue();
        assertThat(names(plan(shop, shop, shop, bare))).contains("barcode", "sku", "price");
    }

    @Test
    void htmlInOdoosSpellingIsNoChange() {
        Product shop = described(SHIRT, "<p>About&nbsp;it</p>");
        Product odoo = described(SHIRT, "<div><p>About it</p></div>");

        assertThat(first(shop, odoo).isEmpty()).isTrue();
    }

    @Test
    void anArchivedTemplateIsTakenOutOfTheShopAndNothingElse() {
        // Given
        Product archived = titled(status(SHIRT, ProductStatus.ARCHIVED), "Old name");

        // When
        PushPlan plan = plan(SHIRT, SHIRT, SHIRT, archived);

        // Then
        assertThat(names(plan)).containsExactly("status");
        assertThat(plan.wanted().status()).contains(ProductStatus.ARCHIVED);
        assertThat(names(plan(
                        status(SHIRT, ProductStatus.ARCHIVED), status(SHIRT, ProductStatus.ARCHIVED), archived, SHIRT)))
                .contains("status");
    }

    @Test
    void unlistedIsSoldToOdoo() {
        assertThat(first(status(SHIRT, ProductStatus.UNLISTED), SHIRT).isEmpty())
                .isTrue();
    }

    @Test
    void anAttributeWithOneValueIsNoChoiceThatTheShopLacks() {
        Product described = product(
                "Shirt", List.of("Brand", "Size"), variant("A", "10", "Acme", "S"), variant("B", "12", "Acme", "M"));
        Product onlyDescribed = product("Mug", List.of("Brand"), variant("M", "5", "Acme"));

        assertThat(first(SHIRT, described).isEmpty()).isTrue();
        assertThat(first(simple("Mug", "M", "5"), onlyDescribed).isEmpty()).isTrue();
    }

    @Test
    void optionsInAnotherOrderAreNoChange() {
        Product shop = product(
                "Shirt",
                List.of("Size", "Colour"),
                variant("1", "10", "S", "Red"),
                variant("2", "10", "S", "Blue"),
                variant("3", "10", "M", "Red"));
        Product odoo = product(
                "Shirt",
                List.of("Colour", "Size"),
                variant("1", "10", "Red", "S"),
                variant("3", "10", "Red", "M"),
                variant("2", "10", "Blue", "S"));

        assertThat(first(shop, odoo).isEmpty()).isTrue();
    }

    private static PushPlan first(Product shown, Product odoo) {
        return PushPlan.of(new Push(template(7, odoo), wanted(1, shown), Map.of(), Optional.empty(), ALL, true));
    }

    private static PushPlan plan(Product lastShown, Product shown, Product lastOdoo, Product odoo) {
        return plan(lastShown, shown, lastOdoo, odoo, ALL, true);
    }

    private static PushPlan plan(
            Product lastShown,
            Product shown,
            Product lastOdoo,
            Product odoo,
            Set<ProductField> led,
            boolean structure) {
        OdooProduct template = template(7, odoo);
        Map<ShopifyId, Long> known = new HashMap<>();
        for (int i = 0; i < odoo.variants().size(); i++) {
            known.put(new ShopifyId(1001L + i), 700L + i);
        }
        return PushPlan.of(new Push(
                template, wanted(1, shown), known, Optional.of(new LastSync(lastShown, lastOdoo)), led, structure));
    }

    private static List<String> names(PushPlan plan) {
        return plan.difference().fields().stream().map(FieldChange::name).toList();
    }

    private static Product described(Product product, String html) {
        return new Product(
                product.title(),
                Optional.of(html),
                product.vendor(),
                product.productType(),
                product.tags(),
                product.status(),
                product.options(),
                product.variants(),
                product.images(),
                product.metafields());
    }
}

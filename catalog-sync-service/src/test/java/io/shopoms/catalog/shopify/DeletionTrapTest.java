package io.shopoms.catalog.shopify;

import static io.shopoms.catalog.shopify.ShopifySide.STORE;
import static io.shopoms.catalog.shopify.ShopifySide.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.fixtures.Wanted;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductImage;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.ShopifyId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** {@code productSet} deletes what its lists leave out: whatever is written, only what is meant goes. */
class DeletionTrapTest {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);
    private static final List<String> OPTIONS = List.of("Size", "Colour", "Cut \"x\"");

    @Property(tries = 60)
    void onlyWhatIsNotWantedIsRemoved(
            @ForAll("products") Product first, @ForAll("products") Product second, @ForAll boolean structure) {
        try (ShopifySide side = new ShopifySide()) {
            // Given
            ShopifyId id = answer(side.writer().write(STORE, ProductWish.creation("odoo:1", stocked(first))))
                    .product();
            side.shopify().addVideo(id.value());
            ShopifyProduct before = read(side, id);

            // When
            ProductWish wish = new ProductWish("odoo:1", Optional.of(before), second, ALL, structure, Map.of());
            answer(side.writer().write(STORE, wish));

            // Then
            ShopifyProduct after = read(side, id);
            assertThat(ShopifyPlan.of(wish.over(after)).steps())
                    .as("a second run writes nothing")
                    .isEmpty();
            assertThat(after.media()).isEqualTo(before.media());
            assertThat(after.source()).isEqualTo(before.source());
            Set<List<String>> expected = new HashSet<>(values(structure ? second : before.content()));
            assertThat(values(after.content())).containsExactlyInAnyOrderElementsOf(expected);
            before.byValues().forEach((values, identity) -> {
                if (expected.contains(values)) {
                    assertThat(after.byValues()).containsEntry(values, identity);
                    assertThat(variant(after, values).barcode())
                            .as("what was not stated stays")
                            .isEqualTo(variant(before, values).barcode());
                }
            });
        }
    }

    @Provide
    Arbitrary<Product> products() {
        Arbitrary<Integer> options = Arbitraries.integers().between(1, 3);
        return options.flatMap(count -> {
            Arbitrary<List<String>> values =
                    Arbitraries.of("a", "b / c", "ü 🐺", "\"d\"").list().ofSize(count);
            Arbitrary<String> price = Arbitraries.of("0", "1.50", "20");
            return Combinators.combine(
                            values.list().ofMinSize(1).ofMaxSize(8),
                            price.list().ofSize(8))
                    .as((rows, prices) -> product(OPTIONS.subList(0, count), rows, prices));
        });
    }

    private static Product product(List<String> options, List<List<String>> rows, List<String> prices) {
        List<Variant> variants = new ArrayList<>();
        for (List<String> row : new LinkedHashSet<>(rows)) {
            variants.add(
                    Wanted.variant("SKU-" + variants.size(), prices.get(variants.size()), row.toArray(new String[0])));
        }
        return Wanted.product("Thing", options, variants);
    }

    /** With a barcode, a weight and a picture, of which later wishes say nothing. */
    private static Product stocked(Product product) {
        return Wanted.withImages(
                Wanted.each(product, each -> Wanted.heavy(each, "250")),
                new ProductImage("https://odoo.example.com/web/image/1.png", Optional.of("Front")));
    }

    private static List<List<String>> values(Product product) {
        return product.variants().stream().map(Variant::optionValues).toList();
    }

    private static Variant variant(ShopifyProduct product, List<String> values) {
        return product.content().variants().stream()
                .filter(each -> each.optionValues().equals(values))
                .findFirst()
                .orElseThrow();
    }

    private static ShopifyProduct read(ShopifySide side, ShopifyId id) {
        return answer(side.products().read(STORE, List.of(id))).get(id);
    }
}

package io.shopoms.catalog.mapping;

import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static io.shopoms.catalog.fixtures.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.product.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever travels to the other side and back comes back as it was, and the second run writes nothing. */
class RoundTripTest {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);
    private static final List<String> ODD =
            List.of("S", "Größe", "日本", "a / b", "\"quoted\"", "🐺", "<b>", "ß", " x ", "100%", "O'Neill", "—");
    private static final int MOST = 250;

    @Property(tries = 40)
    void whatOdooShowsOfAProductIsNoChangeForShopify(@ForAll("catalogs") Product shopify) {
        OdooProduct odoo = template(7, OdooForm.of(shopify));

        PushPlan plan = plan(shopify, odoo, Optional.of(new LastSync(shopify, OdooForm.of(shopify))));

        assertThat(plan.difference().fields()).isEmpty();
        assertThat(plan.isEmpty()).isTrue();
    }

    @Property(tries = 40)
    void whatIsWrittenAtTheFirstMeetingIsAllThatThereIsToWrite(@ForAll("catalogs") Product shopify) {
        // Given
        OdooProduct odoo = template(7, OdooForm.of(shopify));

        // When
        PushPlan first = plan(shopify, odoo, Optional.empty());
        Product written = written(shopify, first);

        // Then
        assertThat(first.structure()).isFalse();
        assertThat(plan(written, odoo, Optional.empty()).isEmpty()).isTrue();
    }

    @Property(tries = 40)
    void whatShopifyMakesOfATemplateIsNoChangeForEither(@ForAll("plainPrices") Product odooContent) {
        // Given
        OdooProduct odoo = template(7, OdooForm.of(odooContent));
        Product made = ShopForm.of(odoo.content().orElseThrow());

        // When
        PushPlan push = plan(made, odoo, Optional.empty());
        TemplatePlan pull =
                TemplatePlan.of(new Situation(odoo, wanted(1, made), Map.of(), Optional.empty(), ALL, true, false));

        // Then
        assertThat(push.isEmpty()).isTrue();
        assertThat(pull.reasons()).isEmpty();
        assertThat(pull.change()).isEmpty();
    }

    @Provide
    Arbitrary<Product> catalogs() {
        return products(false);
    }

    @Provide
    Arbitrary<Product> plainPrices() {
        return products(true);
    }

    private static Arbitrary<Product> products(boolean onePrice) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(2, 16),
                        Arbitraries.longs())
                .as((options, values, seed) -> generated(options, values, new Random(seed), onePrice));
    }

    /** Some of all combinations, at most 250, in any order. */
    private static Product generated(int options, int values, Random random, boolean onePrice) {
        List<String> names = new ArrayList<>();
        List<List<String>> combinations = new ArrayList<>(List.of(List.of()));
        for (int option = 0; option < options; option++) {
            names.add(ODD.get(random.nextInt(ODD.size())) + option);
            List<List<String>> longer = new ArrayList<>();
            for (List<String> combination : combinations) {
                for (int value = 0; value < values; value++) {
                    List<String> more = new ArrayList<>(combination);
                    more.add(ODD.get(value % ODD.size()) + value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        Collections.shuffle(combinations, random);
        int most = Math.min(MOST, combinations.size());
        List<Variant> variants = new ArrayList<>();
        for (List<String> combination : combinations.subList(0, 1 + random.nextInt(most))) {
            variants.add(variant(combination, random, onePrice, variants.size()));
        }
        return product(ODD.get(random.nextInt(ODD.size())) + " product", names, variants.toArray(Variant[]::new));
    }

    private static Variant variant(List<String> values, Random random, boolean onePrice, int number) {
        return new Variant(
                values,
                Optional.of(random.nextInt(10) == 0 ? "" : "SKU-" + number),
                Optional.of(random.nextBoolean() ? "" : "400" + number),
                Optional.of(onePrice ? new BigDecimal("19.9") : BigDecimal.valueOf(random.nextInt(10_000) + 1L, 2)),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(random.nextInt(500), 2)),
                Optional.of(new Weight(BigDecimal.valueOf(random.nextInt(5000)))),
                Optional.of(true),
                Optional.of(true),
                Optional.of(true));
    }

    private static PushPlan plan(Product shown, OdooProduct odoo, Optional<LastSync> last) {
        return PushPlan.of(new Push(odoo, wanted(1, shown), Map.of(), last, ALL, true));
    }

    /** What Shopify shows after a plan without structure. */
    private static Product written(Product shown, PushPlan plan) {
        Map<List<String>, Variant> stated = new HashMap<>();
        plan.wanted().variants().forEach(variant -> stated.put(variant.optionValues(), variant));
        Product wanted = plan.wanted();
        return new Product(
                wanted.title().or(shown::title),
                wanted.description().or(shown::description),
                shown.vendor(),
                wanted.productType().or(shown::productType),
                wanted.tags().or(shown::tags),
                wanted.status().or(shown::status),
                shown.options(),
                shown.variants().stream()
                        .map(variant -> written(variant, stated.get(variant.optionValues())))
                        .toList(),
                shown.images(),
                shown.metafields());
    }

    private static Variant written(Variant shown, Variant stated) {
        return new Variant(
                shown.optionValues(),
                stated.sku().or(shown::sku),
                stated.barcode().or(shown::barcode),
                stated.price().or(shown::price),
                shown.compareAtPrice(),
                stated.cost().or(shown::cost),
                stated.weight().or(shown::weight),
                shown.taxable(),
                stated.requiresShipping().or(shown::requiresShipping),
                stated.tracked().or(shown::tracked));
    }
}

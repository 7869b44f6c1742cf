package io.shopoms.catalog;

import static io.shopoms.catalog.fixtures.Products.barcode;
import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.simple;
import static io.shopoms.catalog.fixtures.Products.titled;
import static io.shopoms.catalog.fixtures.Products.variant;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.catalog.fixtures.Products;
import io.shopoms.catalog.mapping.OdooForm;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must come out the same on the simulated Odoo and on a real one. */
abstract class OdooScenarios {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() % 1_000_000_000L * 100);

    private OdooUnderTest odoo;
    private BroughtProducts products;

    abstract OdooUnderTest start();

    @BeforeEach
    void connect() {
        odoo = start();
        products = new BroughtProducts(odoo);
    }

    @AfterEach
    void disconnect() {
        odoo.close();
    }

    @Test
    void productsWithUpToTwelveVariantsAreTheSameFieldByField() {
        // Given
        List<WantedProduct> wanted = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            wanted.add(wanted(id(), generated(i)));
        }

        // When
        List<OdooProduct> present = products.bring(wanted);

        // Then
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(difference(wanted.get(i), present.get(i)))
                    .isEqualTo(new ProductDifference(List.of(), List.of(), List.of(), false));
        }
        assertThat(products.bring(wanted)).extracting(OdooProduct::content).isEqualTo(contents(present));
        assertThat(products.notes()).allMatch(List::isEmpty);
    }

    @Test
    void exactlyTheVariantsThatShopifyHasAreSold() {
        // Given
        WantedProduct shirt = wanted(
                id(),
                product(
                        "Shirt",
                        List.of("Size", "Colour"),
                        variant("A1", "10", "S", "Red"),
                        variant("A2", "12", "M", "Red"),
                        variant("A3", "13", "M", "Blue"),
                        variant("A4", "14", "L", "Red"),
                        variant("A5", "15", "L", "Blue")));

        // When
        OdooProduct present = products.bring(shirt);

        // Then
        assertThat(values(present)).containsExactlyInAnyOrder("S/Red", "M/Red", "M/Blue", "L/Red", "L/Blue");
        assertThat(prices(present))
                .containsEntry("L/Blue", new BigDecimal("15"))
                .containsEntry("S/Red", new BigDecimal("10"));
    }

    @Test
    void extrasThatManyProductsShareAndRareOnesArriveAlike() {
        // Given
        List<WantedProduct> socks = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            socks.add(wanted(
                    id(),
                    product(
                            "Sock " + i,
                            List.of("Size"),
                            variant("SO" + i + "S", "10", "S"),
                            variant("SO" + i + "M", i == 9 ? "11" : "12", "M"))));
        }

        // When
        List<OdooProduct> present = products.bring(socks);

        // Then
        assertThat(prices(present.get(0))).containsEntry("M", new BigDecimal("12"));
        assertThat(prices(present.get(9))).containsEntry("M", new BigDecimal("11"));
    }

    @Test
    void renamedRepricedEnlargedAndReducedItStaysTheSameTemplateWithTheSameVariants() {
        // Given
        long id = id();
        OdooProduct before = products.bring(wanted(
                id,
                product(
                        "Cap",
                        List.of("Size"),
                        variant("C1", "10", "S"),
                        variant("C2", "10", "M"),
                        variant("C3", "10", "L")),
                List.of(id + 1, id + 2, id + 3)));

        // When
        OdooProduct after = products.bring(wanted(
                id,
                product(
                        "Cap & Hat",
                        List.of("Size"),
                        variant("C1", "11", "S"),
                        variant("C2", "12", "M"),
                        variant("C4", "13", "XL")),
                List.of(id + 1, id + 2, id + 4)));

        // Then
        assertThat(after.templateId()).isEqualTo(before.templateId());
        assertThat(after.name()).isEqualTo("Cap & Hat");
        assertThat(prices(after))
                .isEqualTo(Map.of("S", new BigDecimal("11"), "M", new BigDecimal("12"), "XL", new BigDecimal("13")));
        assertThat(products(after)).containsEntry("S", products(before).get("S"));
        assertThat(products(after)).containsEntry("M", products(before).get("M"));
        assertThat(after.variants())
                .filteredOn(variant -> variant.productId() == products(before).get("L"))
                .allMatch(variant -> !variant.active());
    }

    @Test
    void skusAndBarcodesSwappedBetweenVariantsArriveSwapped() {
        // Given
        long id = id();
        String one = "B" + id + "1";
        String two = "B" + id + "2";
        products.bring(wanted(
                id,
                product(
                        "Mug",
                        List.of("Size"),
                        barcode(variant("M1", "5", "S"), one),
                        barcode(variant("M2", "5", "L"), two))));

        // When
        OdooProduct after = products.bring(wanted(
                id,
                product(
                        "Mug",
                        List.of("Size"),
                        barcode(variant("M2", "5", "S"), two),
                        barcode(variant("M1", "5", "L"), one))));

        // Then
        assertThat(after.content().orElseThrow().variants())
                .extracting(variant -> variant.optionValues().get(0)
                        + variant.sku().orElseThrow()
                        + variant.barcode().orElseThrow())
                .containsExactlyInAnyOrder("SM2" + two, "LM1" + one);
    }

    @Test
    void renamedOptionAndSwappedValuesKeepTheVariants() {
        // Given
        long id = id();
        List<Long> ids = List.of(id + 1, id + 2);
        OdooProduct before = products.bring(
                wanted(id, product("Sock", List.of("Size"), variant("S1", "3", "S"), variant("S2", "4", "M")), ids));

        // When
        OdooProduct after = products.bring(
                wanted(id, product("Sock", List.of("Format"), variant("S1", "3", "M"), variant("S2", "4", "S")), ids));

        // Then
        assertThat(products(after).get("M")).isEqualTo(products(before).get("S"));
        assertThat(products(after).get("S")).isEqualTo(products(before).get("M"));
        assertThat(after.content().orElseThrow().options()).extracting("name").containsExactly("Format");
    }

    @Test
    void productThatGetsChoicesKeepsItsVariant() {
        // Given
        long id = id();
        OdooProduct before = products.bring(wanted(id, simple("Poster", "P1", "9"), List.of(id + 1)));

        // When
        OdooProduct after = products.bring(wanted(
                id,
                product("Poster", List.of("Paper"), variant("P1", "9", "Matt"), variant("P2", "11", "Glossy")),
                List.of(id + 1, id + 2)));

        // Then
        assertThat(products(after).get("Matt"))
                .isEqualTo(before.present().get(0).productId());
        assertThat(values(after)).containsExactlyInAnyOrder("Matt", "Glossy");
    }

    @Test
    void variantThatComesBackIsRevived() {
        // Given
        long id = id();
        Product both = product("Belt", List.of("Size"), variant("L1", "3", "S"), variant("L2", "3", "M"));
        OdooProduct before = products.bring(wanted(id, both));
        products.bring(wanted(id, product("Belt", List.of("Size"), variant("L1", "3", "S"))));

        // When
        OdooProduct after = products.bring(wanted(id, both));

        // Then
        assertThat(products(after)).isEqualTo(products(before));
    }

    @Test
    void archivedProductIsArchivedAndComesBackWithItsVariantsAlone() {
        // Given
        long id = id();
        Product two = product("Bag", List.of("Size"), variant("G1", "3", "S"), variant("G2", "3", "M"));
        Product one = product("Bag", List.of("Size"), variant("G1", "3", "S"));
        products.bring(wanted(id, two));
        products.bring(wanted(id, one));

        // When
        OdooProduct archived = products.bring(wanted(id, Products.status(one, ProductStatus.ARCHIVED)));
        OdooProduct back = products.bring(wanted(id, one));

        // Then
        assertThat(archived.active()).isFalse();
        assertThat(archived.variants()).noneMatch(OdooVariant::active);
        assertThat(back.active()).isTrue();
        assertThat(values(back)).containsExactly("S");
    }

    @Test
    void pricesThatDoNotAddUpAreShownAsTheLowest() {
        // When
        OdooProduct present = products.bring(wanted(
                id(),
                product(
                        "Lamp",
                        List.of("Size", "Colour"),
                        variant("A", "10", "S", "Red"),
                        variant("B", "20", "S", "Blue"),
                        variant("C", "20", "M", "Red"),
                        variant("D", "99", "M", "Blue"))));

        // Then
        assertThat(prices(present).values()).containsOnly(new BigDecimal("10"));
    }

    @Test
    void whatTakesABarcodeOfAnotherProductIsRefusedAndItsNeighboursGoOn() {
        // Given
        long holder = id();
        String barcode = "T" + holder;
        products.bring(wanted(
                holder, product("Holder", List.of("Size"), barcode(variant("HOLD-" + holder, "1", "S"), barcode))));
        WantedProduct thief =
                wanted(id(), product("Thief", List.of("Size"), barcode(variant("T1", "1", "S"), barcode)));
        WantedProduct neighbour = wanted(id(), product("Neighbour", List.of("Size"), variant("N1", "1", "S")));

        // When
        Map<Long, String> failures = products.failures(List.of(thief, neighbour));

        // Then
        assertThat(failures).containsOnlyKeys(thief.id().value());
        assertThat(failures.get(thief.id().value())).contains(barcode).contains("HOLD-" + holder);
        assertThat(values(products.bring(neighbour))).containsExactly("S");
    }

    @Test
    void renamingInOdooIsPutRightByTheNextChangeInShopifyOfThatField() {
        // Given
        long id = id();
        Product cup = simple("Cup", "K" + id, "4");
        products.bring(wanted(id, cup));

        // When
        OdooProduct after = products.bring(wanted(id, titled(cup, "Coffee cup")));

        // Then
        assertThat(after.name()).isEqualTo("Coffee cup");
    }

    private static Product generated(int i) {
        if (i % 6 == 0) {
            return simple("Thing \"" + i + "\", é \uD83D\uDC55", "S-" + i, i + ".99");
        }
        int sizes = 1 + i % 4;
        int colours = 1 + i % 3;
        List<Variant> variants = new ArrayList<>();
        for (int size = 0; size < sizes; size++) {
            for (int colour = 0; colour < colours; colour++) {
                variants.add(variant(
                        "S-" + i + "-" + size + "-" + colour,
                        new BigDecimal(10 + i + size * 2 + colour).toPlainString(),
                        "Size " + size,
                        colour == 0 ? "Red, \"dark\"" : "Blau #" + colour));
            }
        }
        return product("Thing " + i, List.of("Size", "Farbe"), variants.toArray(Variant[]::new));
    }

    /** Without the order of attributes, which Odoo keeps for all products alike. */
    private static ProductDifference difference(WantedProduct wanted, OdooProduct present) {
        return ProductDifference.between(
                OdooForm.of(OdooForm.inOrderOf(present.content().orElseThrow(), wanted.content())),
                OdooForm.of(wanted.content()),
                EnumSet.allOf(ProductField.class),
                true);
    }

    private static List<Optional<Product>> contents(List<OdooProduct> present) {
        return present.stream().map(OdooProduct::content).toList();
    }

    private static List<String> values(OdooProduct present) {
        return present.content().orElseThrow().variants().stream()
                .map(OdooScenarios::values)
                .toList();
    }

    private static String values(Variant variant) {
        return String.join("/", variant.optionValues());
    }

    private static Map<String, BigDecimal> prices(OdooProduct present) {
        return present.content().orElseThrow().variants().stream()
                .collect(Collectors.toMap(
                        OdooScenarios::values, variant -> variant.price().orElseThrow()));
    }

    private static Map<String, Long> products(OdooProduct present) {
        return present.present().stream()
                .collect(Collectors.toMap(variant -> values(variant.content()), OdooVariant::productId));
    }

    static long id() {
        return IDS.addAndGet(10);
    }
}

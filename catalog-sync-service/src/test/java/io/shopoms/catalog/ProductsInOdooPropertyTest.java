package io.shopoms.catalog;

import static io.shopoms.catalog.fixtures.Products.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.fixtures.GeneratedProducts;
import io.shopoms.catalog.fixtures.OdooUnderTest;
import io.shopoms.catalog.mapping.OdooForm;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import java.util.EnumSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever Shopify says, Odoo says the same afterwards, as far as it can; and then nothing is left to do. */
class ProductsInOdooPropertyTest {

    private static final ProductDifference NONE = new ProductDifference(List.of(), List.of(), List.of(), false);

    private static OdooUnderTest odoo;
    private static BroughtProducts products;
    private static long id = 1;

    @BeforeContainer
    static void start() {
        odoo = OdooUnderTest.simulated();
        products = new BroughtProducts(odoo);
    }

    @AfterContainer
    static void stop() {
        odoo.close();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void productsArriveAsTheyAre(@ForAll("large") Product product) {
        // Given
        WantedProduct wanted = wanted(id++, product);

        // When
        OdooProduct present = products.bring(wanted);
        products.bring(wanted);

        // Then
        assertThat(difference(wanted, present)).isEqualTo(NONE);
        assertThat(products.notes()).containsExactly(List.of());
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void productsBecomeWhateverTheyBecome(
            @ForAll("small") Product first, @ForAll("small") Product second, @ForAll("small") Product third) {
        // Given
        long product = id++;
        long template = products.bring(wanted(product, first)).templateId();
        products.bring(wanted(product, second));

        // When
        OdooProduct present = products.bring(wanted(product, third));
        products.bring(wanted(product, third));

        // Then
        assertThat(present.templateId()).isEqualTo(template);
        assertThat(present.content()).as("%s", present.flaw()).isPresent();
        assertThat(difference(wanted(product, third), present)).isEqualTo(NONE);
        assertThat(products.notes()).containsExactly(List.of());
    }

    @Provide
    Arbitrary<Product> large() {
        return GeneratedProducts.upTo(250);
    }

    @Provide
    Arbitrary<Product> small() {
        return GeneratedProducts.upTo(8);
    }

    private static ProductDifference difference(WantedProduct wanted, OdooProduct present) {
        return ProductDifference.between(
                OdooForm.of(OdooForm.inOrderOf(present.content().orElseThrow(), wanted.content())),
                OdooForm.of(wanted.content()),
                EnumSet.allOf(ProductField.class),
                true);
    }
}

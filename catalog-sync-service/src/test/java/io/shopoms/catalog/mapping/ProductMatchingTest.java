package io.shopoms.catalog.mapping;

import static io.shopoms.catalog.fixtures.Products.product;
import static io.shopoms.catalog.fixtures.Products.simple;
import static io.shopoms.catalog.fixtures.Products.variant;
import static io.shopoms.catalog.fixtures.Products.wanted;
import static io.shopoms.catalog.fixtures.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.policy.CatalogPolicy.ProductMatch;
import io.shopoms.catalog.product.Product;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProductMatchingTest {

    private static final Product SHIRT =
            product("Shirt", List.of("Size"), variant("S-1", "10", "S"), variant("S-2", "10", "M"));

    private final ProductMatching matching =
            new ProductMatching(List.of(ProductMatch.SKU, ProductMatch.BARCODE, ProductMatch.NAME));

    @Test
    void templateWithTheSkusIsTheOne() {
        OdooProduct template = template(5, "Hemd", true, SHIRT);

        assertThat(matching.match(wanted(1, SHIRT), List.of(template))).contains(template);
    }

    @Test
    void templateWithTheSameNameAndVariantsIsTheOneWhereSkusSayNothing() {
        Product bare = product("Shirt", List.of("Size"), variant("", "10", "S"), variant("", "10", "M"));
        Product otherSizes = product("Shirt", List.of("Size"), variant("", "10", "S"), variant("", "10", "L"));

        assertThat(matching.match(
                        wanted(1, bare),
                        List.of(template(5, "Shirt", true, otherSizes), template(6, "Shirt", true, bare))))
                .map(OdooProduct::templateId)
                .contains(6L);
    }

    @Test
    void severalTemplatesAreNamedAndAPersonDecides() {
        SyncFailure failure = failure(
                SHIRT,
                template(5, "Small", true, simple("Small", "S-1", "10")),
                template(6, "Medium", true, simple("Medium", "S-2", "10")));

        assertThat(failure.message())
                .contains("'Small' (product template 5) with SKU S-1")
                .contains("'Medium' (product template 6) with SKU S-2");
        assertThat(failure.remedy()).contains("/api/products/links/1");
    }

    @Test
    void activeTemplateComesBeforeArchivedOnes() {
        assertThat(matching.match(
                        wanted(1, SHIRT), List.of(template(5, "Old", false, SHIRT), template(6, "New", true, SHIRT))))
                .map(OdooProduct::templateId)
                .contains(6L);
    }

    @Test
    void templateWithFurtherVariantsIsNoHalfMatch() {
        Product more = product(
                "Shirt",
                List.of("Size"),
                variant("S-1", "10", "S"),
                variant("S-2", "10", "M"),
                variant("S-3", "10", "L"));

        assertThat(failure(SHIRT, template(5, "Shirt", true, more)).message())
                .contains("only a part")
                .contains("SKU S-3 (L)");
    }

    @Test
    void variantsWithoutSkuThatOdooMadeByItselfAreNoObstacle() {
        Product generated = product(
                "Shirt", List.of("Size"), variant("S-1", "10", "S"), variant("S-2", "10", "M"), variant("", "10", "L"));

        assertThat(matching.match(wanted(1, SHIRT), List.of(template(5, "Shirt", true, generated))))
                .isPresent();
    }

    @Test
    void oneSkuForSeveralVariantsIsNoObstacle() {
        Product twice = product("Shirt", List.of("Size"), variant("S-1", "10", "S"), variant("S-1", "10", "M"));

        assertThat(matching.match(wanted(1, twice), List.of(template(5, "Shirt", true, twice))))
                .isPresent();
    }

    private SyncFailure failure(Product product, OdooProduct... candidates) {
        return catchThrowableOfType(
                        SyncFailureException.class, () -> matching.match(wanted(1, product), List.of(candidates)))
                .failure();
    }
}

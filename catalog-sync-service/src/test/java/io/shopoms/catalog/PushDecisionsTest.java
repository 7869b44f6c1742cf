package io.shopoms.catalog;

import static io.shopoms.catalog.fixtures.Products.simple;
import static io.shopoms.catalog.fixtures.Products.status;
import static io.shopoms.catalog.fixtures.Products.titled;
import static io.shopoms.catalog.fixtures.Templates.template;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushDecisionsTest {

    private static final CatalogPolicy ODOO = new CatalogPolicy(CatalogSide.ODOO, Map.of(), List.of(), List.of());
    private static final CatalogPolicy SHOPIFY = new CatalogPolicy(CatalogSide.SHOPIFY, Map.of(), List.of(), List.of());
    private static final Product MUG = simple("Mug", "M", "5");

    @Test
    void goodsForSaleAreMadeWhereOdooDecides() {
        assertThat(PushDecisions.notForSale(ODOO, template(7, MUG))).isEmpty();
        assertThat(PushDecisions.notForSale(SHOPIFY, template(7, MUG))).isPresent();
    }

    @Test
    void whatShopifyMustNotHaveIsNamed() {
        assertThat(PushDecisions.notForSale(ODOO, template(7, status(MUG, ProductStatus.ARCHIVED))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("archived"));
        assertThat(PushDecisions.notForSale(ODOO, template(7, status(MUG, ProductStatus.DRAFT))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("not for sale"));
        assertThat(PushDecisions.notForSale(ODOO, template(7, titled(MUG, " "))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("name"));
        assertThat(PushDecisions.notForSale(ODOO, template(7, MUG.withVariants(List.of(service())))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("service"));
        assertThat(PushDecisions.notForSale(ODOO, combo()))
                .hasValueSatisfying(reason -> assertThat(reason).contains("combo"));
    }

    private static Variant service() {
        Variant mug = MUG.variants().get(0);
        return new Variant(
                mug.optionValues(),
                mug.sku(),
                mug.barcode(),
                mug.price(),
                mug.compareAtPrice(),
                mug.cost(),
                mug.weight(),
                mug.taxable(),
                Optional.of(false),
                mug.tracked());
    }

    private static OdooProduct combo() {
        OdooProduct mug = template(7, MUG);
        return new OdooProduct(
                mug.templateId(),
                mug.name(),
                mug.active(),
                mug.writtenAt(),
                mug.fields(),
                Optional.empty(),
                Optional.of(OdooProduct.COMBO),
                mug.listPrice(),
                mug.lines(),
                mug.otherAttributes(),
                mug.variants());
    }
}

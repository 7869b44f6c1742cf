package io.shopoms.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.model.event.VariantLinked;
import io.shopoms.model.event.VariantLinked.Variant;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariantLinkedTest {

    private static final ShopDomain SHOP = new ShopDomain("acme.myshopify.com");
    private static final ShopifyId PRODUCT = new ShopifyId(1);
    private static final OdooId TEMPLATE = new OdooId(2);
    private static final Variant VARIANT = new Variant(new ShopifyId(3), null, new OdooId(4), "MUG");
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void aProductWithoutVariantsOrStockItemsIsComplete() {
        assertThat(new VariantLinked(SHOP, PRODUCT, TEMPLATE, List.of(VARIANT), NOW).saysAll())
                .isTrue();
        assertThat(new VariantLinked(SHOP, PRODUCT, null, List.of(), NOW).saysAll())
                .isTrue();
    }

    @Test
    void whatNamesNoProductNoMomentOrAVariantWithoutALinkIsNot() {
        Variant unlinked = new Variant(new ShopifyId(3), null, null, "MUG");
        Variant unnamed = new Variant(null, null, new OdooId(4), "MUG");

        assertThat(List.of(
                        new VariantLinked(null, PRODUCT, TEMPLATE, List.of(VARIANT), NOW),
                        new VariantLinked(SHOP, null, TEMPLATE, List.of(VARIANT), NOW),
                        new VariantLinked(SHOP, PRODUCT, TEMPLATE, List.of(VARIANT), null),
                        new VariantLinked(SHOP, PRODUCT, TEMPLATE, List.of(VARIANT, unlinked), NOW),
                        new VariantLinked(SHOP, PRODUCT, TEMPLATE, List.of(unnamed), NOW)))
                .noneMatch(VariantLinked::saysAll);
    }
}

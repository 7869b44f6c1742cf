package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertCached;
import static org.assertj.core.api.Assertions.assertThat;

import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ShopProducts;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.ProductStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A store whose products are kept in Odoo: Shopify follows, and what it says of them afterwards causes no work. */
@ExtendWith(OnTheLandscape.class)
final class OdooLeadsJourney {

    private final Landscape landscape;
    private final TestStore hooli;
    private final ShopProducts products;
    private final String sku = Goods.unknown();

    OdooLeadsJourney(Landscape landscape) {
        this.landscape = landscape;
        this.hooli = landscape.hooli();
        this.products = hooli.shop().products();
    }

    @Test
    void aProductWithAMissingCombinationAppearsInShopifyAndFollowsWhatChangesInOdoo() {
        // Given
        TemplateView shirt = hooli.odoo()
                .goods()
                .create(
                        "Shirt " + sku,
                        sku,
                        "20.00",
                        Map.of("Colour", List.of("Blue", "Red"), "Size", List.of("S", "M", "L")));

        // When
        hooli.odoo().goods().editVariant(shirt.variants().get(5).id(), Map.of("active", false));

        // Then
        Eventually.see(() -> {
            assertThat(inShopify().title()).isEqualTo("Shirt " + sku);
            assertThat(ShopProducts.prices(inShopify()))
                    .isEqualTo(Map.of(
                            sku + "-1",
                            "20.00",
                            sku + "-2",
                            "20.00",
                            sku + "-3",
                            "20.00",
                            sku + "-4",
                            "20.00",
                            sku + "-5",
                            "20.00"));
        });
        assertCalm(shirt);

        // And when
        hooli.odoo().goods().edit(shirt.id(), Map.of("name", "Better shirt " + sku, "list_price", 21.5));

        // Then
        Eventually.see(() -> {
            assertThat(inShopify().title()).isEqualTo("Better shirt " + sku);
            assertThat(ShopProducts.prices(inShopify()))
                    .containsEntry(sku + "-3", "21.50")
                    .hasSize(5);
        });
        assertCalm(shirt);

        // And when
        hooli.odoo().goods().edit(shirt.id(), Map.of("active", false));

        // Then
        Eventually.see(() -> assertThat(inShopify().status()).isEqualTo(ProductStatus.ARCHIVED));
        assertCalm(shirt);
    }

    private Product inShopify() {
        return products.withSku(sku + "-1").orElseThrow(() -> new AssertionError(sku + " is not in Shopify"));
    }

    /** Shopify tells of what was just written to it; nobody writes anything for that. */
    private void assertCalm(TemplateView template) {
        // A write shows before whoever wrote knows it, and what was not answered in time is written again.
        Eventually.see(() -> {
            assertCached(landscape, hooli, inShopify().id(), "PROCESSED");
            assertThat(landscape.catalog().entry("odoo-products", hooli.domain(), Long.toString(template.id())))
                    .hasValueSatisfying(entry -> assertThat(entry.path("status").asText())
                            .as("%s", entry)
                            .isEqualTo("PROCESSED"));
            assertThat(products.lastWrite()).isNotEmpty();
        });
        Instant shown = Instant.now();
        Eventually.stays(Duration.ofSeconds(2), () -> {
            assertThat(products.lastWrite().filter(shown::isBefore)).isEmpty();
            assertThat(hooli.odoo().lastProductWrite().filter(shown::isBefore)).isEmpty();
        });
    }
}

package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertInOdoo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.assertions.OrderAssertions;
import io.shopoms.sandbox.journeys.fixtures.Basket;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.ProductDraft;
import io.shopoms.sandbox.journeys.fixtures.ShopProducts;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.journeys.fixtures.Webhook;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A product of Shopify becomes an Odoo template with exactly its variants, and stays it through whatever happens to it. */
@ExtendWith(OnTheLandscape.class)
final class ProductJourney {

    private final Landscape landscape;
    private final TestStore acme;
    private final ShopProducts products;

    ProductJourney(Landscape landscape) {
        this.landscape = landscape;
        this.acme = landscape.acme();
        this.products = acme.shop().products();
    }

    @Test
    void aProductWithAMissingCombinationArrivesAndStaysAsItIs() {
        // Given
        ProductDraft shirt = shirt(Goods.unknown());

        // When
        long id = products.create(shirt);

        // Then
        TemplateView template = awaitInOdoo(id, shirt);
        assertLinked(id, template);
        Optional<Instant> written = acme.odoo().lastProductWrite();
        landscape.gateway().deliver(List.of(products.webhook("products/update", id)));
        products.touch(id);
        Eventually.stays(Duration.ofSeconds(2), () -> {
            assertCached(landscape, acme, id, "PROCESSED");
            assertThat(acme.odoo().lastProductWrite()).isEqualTo(written);
            assertInOdoo(acme, id, shirt);
        });
    }

    @Test
    void whatTheMerchantChangesFollows() {
        // Given
        String sku = Goods.unknown();
        ProductDraft shirt = shirt(sku);
        long id = products.create(shirt);
        TemplateView first = awaitInOdoo(id, shirt);

        // When
        ProductDraft renamed = shirt.titled("Renamed " + sku);
        products.rename(id, renamed.title());
        awaitInOdoo(id, renamed);

        ProductDraft dearer = ProductDraft.of(renamed.title(), "Colour", "Size")
                .with(sku + "-BS", "21.00", "Blue", "S")
                .with(sku + "-BM", "21.00", "Blue", "M")
                .with(sku + "-RS", "23.50", "Red", "S")
                .with(sku + "-RM", "23.50", "Red", "M")
                .with(sku + "-RL", "23.50", "Red", "L");
        products.change(id, dearer);
        awaitInOdoo(id, dearer);

        ProductDraft completed = dearer.with(sku + "-BL", "21.00", "Blue", "L");
        products.change(id, completed);
        awaitInOdoo(id, completed);

        ProductDraft swapped = ProductDraft.of(renamed.title(), "Colour", "Size")
                .with(sku + "-BM", "21.00", "Blue", "S")
                .with(sku + "-BS", "21.00", "Blue", "M")
                .with(sku + "-RS", "23.50", "Red", "S")
                .with(sku + "-RL", "23.50", "Red", "L");
        products.change(id, swapped);
        TemplateView last = awaitInOdoo(id, swapped);

        // Then
        assertThat(last.id()).isEqualTo(first.id());
        assertThat(products(first)).containsAllEntriesOf(products(last));
        assertLinked(id, last);
    }

    @Test
    void aDeletedProductIsArchivedAndNeverDeleted() {
        // Given
        ProductDraft shirt = shirt(Goods.unknown());
        long id = products.create(shirt);
        TemplateView before = awaitInOdoo(id, shirt);

        // When
        products.delete(id);

        // Then
        Eventually.see(() -> {
            TemplateView after = acme.odoo().goods().template(before.id());
            assertThat(after.active()).isFalse();
            assertThat(after.variants()).noneMatch(VariantView::active);
            assertCached(landscape, acme, id, "PROCESSED");
        });
    }

    @Test
    void anOrderThatWaitsForAProductGoesThroughWhenItArrives() {
        // Given
        String ordered = Goods.unknown();
        ProductDraft mug = ProductDraft.of("Mug " + ordered, "Size").with(ordered, "8.00", "L");
        long product = products.createSilently(mug);
        String order = acme.shop().placeSilently(Basket.of(ordered, 2, "8.00")).id();
        landscape.gateway().deliver(List.of(acme.shop().webhook("orders/create", order)));
        Eventually.see(() -> assertThat(OrderAssertions.assertCached(landscape, acme, order, "PENDING")
                        .path("failure")
                        .path("kind")
                        .asText())
                .isEqualTo("MissingDependency"));

        // When: what was ordered has another SKU by now, so only the variant itself tells which one it is.
        ProductDraft relabelled = ProductDraft.of(mug.title(), "Size").with(Goods.unknown(), "8.00", "L");
        products.changeSilently(product, relabelled);
        Webhook news = products.webhook("products/create", product);
        landscape.gateway().deliver(List.of(news));

        // Then
        awaitInOdoo(product, relabelled);
        Eventually.see(() -> {
            OrderAssertions.assertSold(acme, order);
            OrderAssertions.assertCached(landscape, acme, order, "PROCESSED");
        });
    }

    @Test
    void aBadProductHoldsUpNoOther() {
        // Given
        String sku = Goods.unknown();
        ProductDraft good = shirt(sku);
        long first = products.createSilently(good);
        long bad = products.createSilently(shirt(Goods.unknown()));
        ProductDraft other = shirt(Goods.unknown());
        long last = products.createSilently(other);
        Webhook broken = acme.shop()
                .signed(
                        "products/create",
                        products.text(bad).replace("\"20.00\"", "\"12,50 €\"").getBytes(StandardCharsets.UTF_8));

        // When
        landscape
                .gateway()
                .deliver(List.of(
                        products.webhook("products/create", first), broken, products.webhook("products/create", last)));

        // Then
        awaitInOdoo(first, good);
        awaitInOdoo(last, other);
        Eventually.see(() -> {
            JsonNode failure = assertCached(landscape, acme, bad, "FAILED").path("failure");
            assertThat(failure.path("kind").asText()).isEqualTo("InvalidPayload");
            assertThat(failure.path("message").asText()).contains("price");
            assertThat(failure.path("remedy").asText()).isNotBlank();
        });
        assertThat(acme.templates(bad)).isEmpty();
    }

    /** Two by three, one combination is not sold. */
    static ProductDraft shirt(String sku) {
        return ProductDraft.of("Shirt " + sku, "Colour", "Size")
                .with(sku + "-BS", "20.00", "Blue", "S")
                .with(sku + "-BM", "20.00", "Blue", "M")
                .with(sku + "-RS", "22.50", "Red", "S")
                .with(sku + "-RM", "22.50", "Red", "M")
                .with(sku + "-RL", "22.50", "Red", "L");
    }

    private TemplateView awaitInOdoo(long id, ProductDraft draft) {
        Eventually.see(() -> {
            assertInOdoo(acme, id, draft);
            assertCached(landscape, acme, id, "PROCESSED");
        });
        return assertInOdoo(acme, id, draft);
    }

    /** Every variant of the shop has its own product of the template. */
    private void assertLinked(long id, TemplateView template) {
        Eventually.see(() -> {
            JsonNode link = landscape
                    .catalog()
                    .get("/api/products/links/" + id + "?store=" + acme.domain())
                    .ok();
            assertThat(link.path("templateId").asLong()).as("%s", link).isEqualTo(template.id());
            Map<String, Long> bySku = new HashMap<>();
            link.path("variants")
                    .forEach(variant -> bySku.put(
                            variant.path("sku").asText(),
                            variant.path("productId").asLong()));
            assertThat(bySku)
                    .isEqualTo(template.variants().stream()
                            .filter(VariantView::active)
                            .collect(Collectors.toMap(VariantView::sku, VariantView::id)));
        });
    }

    /** By what was chosen: attributes have an order of their own in Odoo. */
    private static Map<Set<String>, Long> products(TemplateView template) {
        return template.variants().stream()
                .filter(VariantView::active)
                .collect(Collectors.toMap(variant -> Set.copyOf(variant.values()), VariantView::id));
    }
}

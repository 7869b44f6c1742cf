package io.shopoms.sandbox.journeys.scenarios;

import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertCached;
import static io.shopoms.sandbox.journeys.assertions.ProductAssertions.assertInOdoo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Eventually;
import io.shopoms.sandbox.journeys.fixtures.Goods;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.OnTheLandscape;
import io.shopoms.sandbox.journeys.fixtures.OpsApi;
import io.shopoms.sandbox.journeys.fixtures.ProductDraft;
import io.shopoms.sandbox.journeys.fixtures.ProductDraft.VariantDraft;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import io.shopoms.sandbox.shopify.catalog.OptionValue;
import io.shopoms.sandbox.shopify.catalog.Product;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A product's way from one store's Shopify into Odoo, from there into another store's, and back into its own: whoever holds
 * already what the others say is not written to.
 */
@ExtendWith(OnTheLandscape.class)
final class ThroughOdooJourney {

    private final OpsApi catalog;
    private final Landscape landscape;
    private final TestStore outlet;
    private final TestStore hooli;
    private final String sku = Goods.unknown();

    ThroughOdooJourney(Landscape landscape) {
        this.landscape = landscape;
        this.catalog = landscape.catalog();
        this.outlet = landscape.outlet();
        this.hooli = landscape.hooli();
    }

    /** The newest write to each of the three sides. */
    private record Writes(Optional<Instant> outlet, Optional<Instant> odoo, Optional<Instant> hooli) {}

    @Test
    void aProductWithAMissingCombinationTravelsAndNobodyIsToldWhatItSaysAlready() {
        // Given
        ProductDraft shirt = ProductJourney.shirt(sku);
        Optional<Instant> untouched = outlet.shop().products().lastWrite();

        // When
        long id = outlet.shop().products().create(shirt);

        // Then
        TemplateView template = awaitEverywhere(id, shirt);
        Product there = inHooli();
        Writes arrived = writes();
        assertThat(arrived.outlet())
                .as("writes to the store that it comes from")
                .isEqualTo(untouched);

        // And when: everything is looked at again, both ways in both stores
        outlet.shop().products().touch(id);
        hooli.shop().products().touch(there.id());
        for (TestStore store : List.of(outlet, hooli)) {
            run("shopify-to-odoo", store);
            run("odoo-to-shopify", store);
        }
        awaitEverywhere(id, shirt);

        // Then
        assertThat(writes()).isEqualTo(arrived);

        // And when: renamed, dearer, one variant less, one more
        ProductDraft changed = ProductDraft.of("Renamed " + sku, "Colour", "Size")
                .with(sku + "-BS", "21.00", "Blue", "S")
                .with(sku + "-BM", "21.00", "Blue", "M")
                .with(sku + "-BL", "21.00", "Blue", "L")
                .with(sku + "-RS", "23.50", "Red", "S")
                .with(sku + "-RL", "23.50", "Red", "L");
        outlet.shop().products().change(id, changed);

        // Then
        assertThat(awaitEverywhere(id, changed).id()).isEqualTo(template.id());
        assertThat(inHooli().id()).isEqualTo(there.id());
        Set<String> stayed = Set.of(sku + "-BS", sku + "-BM", sku + "-RS", sku + "-RL");
        assertThat(variantIds(inHooli(), stayed)).isEqualTo(variantIds(there, stayed));
        assertThat(writes().outlet())
                .as("writes to the store that it comes from")
                .isEqualTo(untouched);

        // And when: what Odoo leads changes there
        VariantView labelled = variant(template.id(), sku + "-BS");
        hooli.odoo().goods().editVariant(labelled.id(), Map.of("barcode", "EAN-" + sku));
        Eventually.see(() -> {
            assertThat(barcodes(outlet.shop().products().product(id))).isEqualTo(Map.of(sku + "-BS", "EAN-" + sku));
            assertThat(barcodes(inHooli())).isEqualTo(Map.of(sku + "-BS", "EAN-" + sku));
        });

        // Then
        awaitEverywhere(id, changed);
        Writes labelledEverywhere = writes();
        outlet.shop().products().touch(id);
        run("shopify-to-odoo", outlet);
        run("odoo-to-shopify", outlet);
        awaitEverywhere(id, changed);
        assertThat(writes()).isEqualTo(labelledEverywhere);
    }

    /** The product as it is in Odoo, once all three sides hold it and all that they say of it was looked at. */
    private TemplateView awaitEverywhere(long id, ProductDraft draft) {
        Eventually.see(() -> {
            TemplateView template = assertInOdoo(outlet, id, draft);
            assertInHooli(draft);
            Instant written = hooli.odoo().lastProductWrite().orElseThrow();
            assertCached(landscape, outlet, id, "PROCESSED");
            assertCached(landscape, hooli, inHooli().id(), "PROCESSED");
            for (TestStore store : List.of(outlet, hooli)) {
                assertLookedAtSince(written, store);
                assertThat(templateStatus(store, template.id())).isEqualTo("PROCESSED");
            }
        });
        return assertInOdoo(outlet, id, draft);
    }

    private void assertInHooli(ProductDraft draft) {
        Product product = inHooli();
        assertThat(product.title()).isEqualTo(draft.title());
        assertThat(product.variants().stream().map(ThroughOdooJourney::offered).collect(Collectors.toSet()))
                .isEqualTo(draft.variants().stream()
                        .map(ThroughOdooJourney::offered)
                        .collect(Collectors.toSet()));
    }

    /** By what was chosen: attributes have an order of their own in Odoo. */
    private static List<Object> offered(Variant variant) {
        return List.of(
                variant.sku(),
                variant.price().toPlainString(),
                variant.values().stream().map(OptionValue::name).collect(Collectors.toSet()));
    }

    private static List<Object> offered(VariantDraft variant) {
        return List.of(variant.sku(), variant.price(), new HashSet<>(variant.values()));
    }

    private Product inHooli() {
        return hooli.shop()
                .products()
                .withSku(sku + "-BS")
                .orElseThrow(() -> new AssertionError(sku + " is not in " + hooli.domain()));
    }

    /** The store's poll has had a whole look at Odoo that began afterwards. */
    private void assertLookedAtSince(Instant written, TestStore store) {
        JsonNode look = null;
        for (JsonNode task : catalog.get("/api/scheduler").ok()) {
            if (task.path("name").asText().equals("odoo-products")
                    && task.path("store").asText().equals(store.domain().value())) {
                look = task;
            }
        }
        assertThat(look).as("the poll of %s", store.domain()).isNotNull();
        Instant began = Instant.parse(look.path("lastStartedAt").asText());
        assertThat(look.path("running").asBoolean()).as("%s", look).isFalse();
        assertThat(began).as("%s", look).isAfter(written);
        assertThat(Instant.parse(look.path("lastFinishedAt").asText()))
                .as("%s", look)
                .isAfterOrEqualTo(began);
    }

    private String templateStatus(TestStore store, long template) {
        return catalog.entry("odoo-products", store.domain(), Long.toString(template))
                .map(entry -> entry.path("status").asText())
                .orElse("not seen by " + store.domain());
    }

    /** Has all products of a store looked at in one direction. */
    private void run(String direction, TestStore store) {
        String job = catalog.post(
                        "/api/sync/products", Map.of("store", store.domain().value(), "direction", direction))
                .ok()
                .path("job")
                .asText();
        Eventually.see(() -> {
            JsonNode done = catalog.get("/api/jobs/" + job).ok();
            assertThat(done.path("status").asText()).as("%s", done).isEqualTo("COMPLETED");
        });
    }

    private Writes writes() {
        return new Writes(
                outlet.shop().products().lastWrite(),
                hooli.odoo().lastProductWrite(),
                hooli.shop().products().lastWrite());
    }

    private VariantView variant(long template, String variantSku) {
        return hooli.odoo().goods().template(template).variants().stream()
                .filter(variant -> variant.active() && variant.sku().equals(variantSku))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Long> variantIds(Product product, Set<String> skus) {
        return product.variants().stream()
                .filter(variant -> skus.contains(variant.sku()))
                .collect(Collectors.toMap(Variant::sku, Variant::id));
    }

    /** Of those variants that have one. */
    private static Map<String, String> barcodes(Product product) {
        return product.variants().stream()
                .filter(variant -> variant.offer().barcode() != null
                        && !variant.offer().barcode().isEmpty())
                .collect(Collectors.toMap(
                        Variant::sku, variant -> variant.offer().barcode()));
    }
}

package io.shopoms.sandbox.journeys.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.journeys.fixtures.Landscape;
import io.shopoms.sandbox.journeys.fixtures.ProductDraft;
import io.shopoms.sandbox.journeys.fixtures.TestStore;
import io.shopoms.sandbox.odoo.view.TemplateView;
import io.shopoms.sandbox.odoo.view.VariantView;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of a product that went through. */
public final class ProductAssertions {

    private ProductAssertions() {}

    /** Exactly one template, with the product's title and exactly its variants: values, SKUs and prices. */
    public static TemplateView assertInOdoo(TestStore store, long productId, ProductDraft draft) {
        List<TemplateView> templates = store.templates(productId);
        assertThat(templates).as("templates of %s", draft.title()).hasSize(1);
        TemplateView template = templates.get(0);
        assertThat(template.name()).isEqualTo(draft.title());
        assertThat(template.active()).as("active").isTrue();
        List<VariantView> active =
                template.variants().stream().filter(VariantView::active).toList();
        assertThat(active)
                .as("variants of %s", draft.title())
                .hasSize(draft.variants().size());
        for (ProductDraft.VariantDraft wanted : draft.variants()) {
            assertThat(active).as("%s of %s", wanted, draft.title()).anySatisfy(variant -> {
                assertThat(variant.sku()).isEqualTo(wanted.sku());
                assertThat(Set.copyOf(variant.values())).isEqualTo(new HashSet<>(wanted.values()));
                assertThat(variant.price()).isEqualByComparingTo(new BigDecimal(wanted.price()));
            });
        }
        return template;
    }

    /** The cached product in the given status. */
    public static JsonNode assertCached(Landscape landscape, TestStore store, long productId, String status) {
        JsonNode entry = landscape
                .catalog()
                .entry("products", store.domain(), Long.toString(productId))
                .orElseThrow(() -> new AssertionError("product " + productId + " is not in the cache"));
        assertThat(entry.path("status").asText())
                .as("cached product %s: %s", productId, entry)
                .isEqualTo(status);
        return entry;
    }
}

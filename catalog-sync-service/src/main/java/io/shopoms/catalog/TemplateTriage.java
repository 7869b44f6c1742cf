package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.cache.StoredProducts;
import io.shopoms.catalog.cache.StoredProducts.Stored;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProductJson;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.product.ProductDifference;
import io.shopoms.catalog.product.ProductField;
import io.shopoms.catalog.shopify.ProductJson;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets those templates of a batch go that need no call: Shopify is not to have them, or both sides say what they said when
 * they were last in step, for instance because shopOMS wrote it itself.
 */
@Singleton
class TemplateTriage {

    private static final Set<ProductField> ALL = EnumSet.allOf(ProductField.class);

    private final ProductLinks links;
    private final StoredProducts stored;

    TemplateTriage(ProductLinks links, StoredProducts stored) {
        this.links = links;
        this.stored = stored;
    }

    /** The templates to work on; the others end in {@code outcomes}. */
    Uni<List<Long>> due(Store store, CatalogPolicy policy, List<CacheEntry> entries, ProductOutcomes outcomes) {
        List<OdooProduct> templates = new ArrayList<>();
        entries.forEach(entry -> outcomes.attempt(entry.recordId(), () -> OdooProductJson.read(entry.raw()))
                .ifPresent(templates::add));
        List<Long> ids = templates.stream().map(OdooProduct::templateId).toList();
        return links.ofTemplates(store.shop(), ids)
                .chain(linked -> stored.find(
                                store.shop(),
                                linked.values().stream()
                                        .map(link -> link.productId().value())
                                        .toList())
                        .map(shown -> {
                            List<Long> due = new ArrayList<>();
                            for (OdooProduct template : templates) {
                                Optional<String> reason = Optional.ofNullable(linked.get(template.templateId()))
                                        .map(link -> inStep(template, link, shown))
                                        .orElseGet(() -> PushDecisions.notForSale(policy, template));
                                reason.ifPresentOrElse(
                                        note -> outcomes.processed(template.templateId(), note),
                                        () -> due.add(template.templateId()));
                            }
                            return due;
                        }));
    }

    private static Optional<String> inStep(OdooProduct template, ProductLink link, Map<Long, Stored> shown) {
        boolean same = template.content().isPresent()
                && link.odoo()
                        .filter(last -> ProductDifference.between(
                                        last, template.content().get(), ALL, true)
                                .isEmpty())
                        .isPresent()
                && link.shopify().isPresent()
                && Optional.ofNullable(shown.get(link.productId().value()))
                        .map(record -> asAtTheLastSync(link, record))
                        .orElse(true);
        return same ? Optional.of("nothing to change: as it was when both sides were last in step") : Optional.empty();
    }

    private static boolean asAtTheLastSync(ProductLink link, Stored record) {
        try {
            return ProductJson.decode(record.format(), record.raw())
                    .product()
                    .filter(ShopifyProduct::complete)
                    .filter(product -> ProductTriage.asAtTheLastSync(link, ProductTriage.wanted(product)))
                    .isPresent();
        } catch (SyncFailureException e) {
            // What the webhook does not say clearly is read from Shopify.
            return false;
        }
    }
}

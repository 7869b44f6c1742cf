package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLink.VariantLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.cache.ProductLinks.Renewed;
import io.shopoms.catalog.mapping.Advance;
import io.shopoms.catalog.mapping.VariantAssignment;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers what both sides held after Shopify was brought in step with Odoo. */
@Singleton
class PushMemory {

    private final ProductLinks links;

    PushMemory(ProductLinks links) {
        this.links = links;
    }

    /**
     * @param link as it was before
     * @param pictureOpen whether the picture is to be tried again
     */
    record Pushed(OdooProduct template, ShopifyProduct now, Optional<ProductLink> link, boolean pictureOpen) {}

    /** @param ended links of products that are no longer */
    Uni<Void> keep(Store store, CatalogPolicy policy, List<Pushed> pushed, List<ProductLink> ended) {
        Advance advance = new Advance(policy.writtenFromOdoo(), policy.leader() == CatalogSide.ODOO);
        return Multi.createFrom()
                .iterable(ended)
                .onItem()
                .transformToUniAndConcatenate(
                        link -> links.forget(store.shop(), link.productId().value()))
                .collect()
                .asList()
                .chain(() -> links.renew(pushed.stream()
                        .map(one -> new Renewed(one.link(), link(store.shop(), one, advance)))
                        .toList()));
    }

    private static ProductLink link(ShopDomain shop, Pushed pushed, Advance advance) {
        Optional<ProductLink> before = pushed.link();
        return new ProductLink(
                shop,
                pushed.now().id(),
                new OdooId(pushed.template().templateId()),
                pushed.now().content().title().orElse(pushed.template().name()),
                Optional.of(content(
                        pushed,
                        advance,
                        before.flatMap(ProductLink::shopify),
                        pushed.now().content())),
                Optional.of(content(
                        pushed,
                        advance,
                        before.flatMap(ProductLink::odoo),
                        pushed.template().content().orElseThrow())),
                // New variants in Shopify are news for the other direction, if that carries them.
                advance.structure() || before.flatMap(ProductLink::shopify).isEmpty()
                        ? variants(pushed)
                        : before.get().variants());
    }

    /** Pictures that are to be tried again are as they were. */
    private static Product content(Pushed pushed, Advance advance, Optional<Product> before, Product now) {
        Product content = advance.of(before, now);
        return pushed.pictureOpen() ? content.withImages(before.flatMap(Product::images)) : content;
    }

    private static List<VariantLink> variants(Pushed pushed) {
        WantedProduct shown = ProductTriage.wanted(pushed.now());
        Map<ShopifyId, Long> known = new HashMap<>();
        pushed.link()
                .ifPresent(link -> link.variants()
                        .forEach(variant -> known.put(
                                variant.variantId(), variant.productId().value())));
        Map<ShopifyId, OdooVariant> assigned = VariantAssignment.of(pushed.template(), shown, known);
        List<VariantLink> variants = new ArrayList<>();
        for (int i = 0; i < shown.variants().size(); i++) {
            var ids = shown.variants().get(i);
            OdooVariant variant = assigned.get(ids.variantId());
            if (variant != null) {
                variants.add(new VariantLink(
                        ids.variantId(),
                        ids.inventoryItemId(),
                        new OdooId(variant.productId()),
                        shown.content().variants().get(i).sku().orElse("")));
            }
        }
        variants.sort(Comparator.comparingLong(variant -> variant.variantId().value()));
        return variants;
    }
}

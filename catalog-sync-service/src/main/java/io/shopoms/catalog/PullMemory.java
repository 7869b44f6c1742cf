package io.shopoms.catalog;

import io.shopoms.catalog.TemplateRounds.InStep;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLink.VariantLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.cache.ProductLinks.Renewed;
import io.shopoms.catalog.mapping.Advance;
import io.shopoms.catalog.mapping.LastSync;
import io.shopoms.catalog.mapping.PicturePlan;
import io.shopoms.catalog.mapping.Push;
import io.shopoms.catalog.mapping.PushPlan;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProduct.OdooVariant;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers what both sides held after Odoo was brought in step with Shopify, and has those templates looked at of which
 * Shopify does not show what Odoo leads.
 */
@Singleton
class PullMemory {

    private final ProductLinks links;
    private final TemplatesAgain again;

    PullMemory(ProductLinks links, TemplatesAgain again) {
        this.links = links;
        this.again = again;
    }

    Uni<Void> keep(Store store, CatalogPolicy policy, List<InStep> products) {
        List<Renewed> renewed = new ArrayList<>();
        List<OdooProduct> open = new ArrayList<>();
        for (InStep product : products) {
            boolean due = pushIsDue(policy, product);
            if (due) {
                open.add(product.present());
            }
            renewed.add(new Renewed(product.placed().task().link(), link(store.shop(), policy, product, due)));
        }
        return links.renew(renewed).chain(() -> again.look(store, open));
    }

    /** Of a template that was just made everything comes from Shopify. */
    private static boolean pushIsDue(CatalogPolicy policy, InStep product) {
        if (product.placed().made()
                || policy.writtenFromOdoo().isEmpty()
                || product.present().content().isEmpty()) {
            return false;
        }
        Map<ShopifyId, Long> known = new HashMap<>();
        product.plan().variants().forEach((id, variant) -> known.put(id, variant.productId()));
        Push push = new Push(
                product.present(),
                product.placed().task().wanted(),
                known,
                last(product),
                policy.writtenFromOdoo(),
                policy.leader() == CatalogSide.ODOO);
        return !PushPlan.of(push).isEmpty() || PicturePlan.of(push).isPresent();
    }

    private static Optional<LastSync> last(InStep product) {
        return before(product).flatMap(link -> product.placed().task().last());
    }

    /** A link to another template says nothing of this one. */
    private static Optional<ProductLink> before(InStep product) {
        return product.placed()
                .task()
                .link()
                .filter(link -> link.templateId().value() == product.present().templateId());
    }

    private static ProductLink link(ShopDomain shop, CatalogPolicy policy, InStep product, boolean pushIsDue) {
        ProductTask task = product.placed().task();
        // Pictures that are to be tried again were never in step.
        Product shown = product.placed().pictureFailure().isPresent()
                ? task.wanted().content().withImages(Optional.empty())
                : task.wanted().content();
        // Two that meet for the first time are in step once both directions have done their work.
        boolean inStep = !pushIsDue || last(product).isPresent();
        Advance advance = product.placed().made()
                ? Advance.ALL
                : new Advance(policy.writtenToOdoo(), policy.leader() != CatalogSide.ODOO);
        return new ProductLink(
                shop,
                task.wanted().id(),
                new OdooId(product.present().templateId()),
                task.wanted().content().title().orElse(product.present().name()),
                Optional.of(advance.of(before(product).flatMap(ProductLink::shopify), shown))
                        .filter(content -> inStep),
                product.present()
                        .content()
                        .map(content -> advance.of(before(product).flatMap(ProductLink::odoo), content))
                        .filter(content -> inStep),
                variants(product));
    }

    private static List<VariantLink> variants(InStep product) {
        ProductTask task = product.placed().task();
        List<VariantLink> variants = new ArrayList<>();
        for (int i = 0; i < task.wanted().variants().size(); i++) {
            var ids = task.wanted().variants().get(i);
            OdooVariant variant = product.plan().variants().get(ids.variantId());
            if (variant != null) {
                variants.add(new VariantLink(
                        ids.variantId(),
                        ids.inventoryItemId(),
                        new OdooId(variant.productId()),
                        task.wanted().content().variants().get(i).sku().orElse("")));
            }
        }
        variants.sort(Comparator.comparingLong(variant -> variant.variantId().value()));
        return variants;
    }
}

package io.shopoms.catalog;

import io.shopoms.catalog.PushDecision.Archive;
import io.shopoms.catalog.PushDecision.Create;
import io.shopoms.catalog.PushDecision.LeaveAlone;
import io.shopoms.catalog.PushDecision.Refuse;
import io.shopoms.catalog.PushDecision.Update;
import io.shopoms.catalog.ShopPlacement.Shown;
import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.mapping.LastSync;
import io.shopoms.catalog.mapping.Push;
import io.shopoms.catalog.mapping.PushPlan;
import io.shopoms.catalog.mapping.ShopForm;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.odoo.OdooProducts;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what templates mean for Shopify, from what both hold now. Reads only; a few calls for many templates, whatever
 * is to be done with them.
 */
@Singleton
class PushDecisions {

    private final OdooProducts products;
    private final ProductLinks links;
    private final ShopPlacement placement;

    PushDecisions(OdooProducts products, ProductLinks links, ShopPlacement placement) {
        this.products = products;
        this.links = links;
        this.placement = placement;
    }

    /** One decision for each template, in any order. */
    Uni<List<PushDecision>> decide(Store store, OdooClient odoo, CatalogPolicy policy, Collection<Long> templateIds) {
        return links.ofTemplates(store.shop(), templateIds)
                .chain(linked -> products.read(odoo, templateIds)
                        .chain(templates -> placement.find(store, policy, templates.values(), linked, templateIds))
                        .map(shown -> templateIds.stream()
                                .map(id -> attempt(policy, id, linked, shown))
                                .toList()));
    }

    private static PushDecision attempt(
            CatalogPolicy policy, long id, Map<Long, ProductLink> linked, Map<Long, Shown> shown) {
        try {
            return decide(policy, id, Optional.ofNullable(linked.get(id)), shown.get(id));
        } catch (SyncFailureException e) {
            return new Refuse(id, e.failure());
        }
    }

    private static PushDecision decide(CatalogPolicy policy, long id, Optional<ProductLink> link, Shown shown) {
        if (shown.failure().isPresent()) {
            return new Refuse(id, shown.failure().get());
        }
        if (shown.template().isEmpty()) {
            return deleted(policy, id, link, shown.product());
        }
        OdooProduct template = shown.template().get();
        return shown.product()
                .map(product -> present(policy, template, link, product))
                .orElseGet(() -> missing(policy, template, link));
    }

    private static PushDecision deleted(
            CatalogPolicy policy, long id, Optional<ProductLink> link, Optional<ShopifyProduct> shown) {
        if (link.isEmpty() || shown.isEmpty()) {
            return new LeaveAlone(id, "deleted in Odoo; Shopify does not have it");
        }
        return policy.leader() == CatalogSide.ODOO
                ? new Archive(id, shown.get(), link.get())
                : new LeaveAlone(id, "deleted in Odoo, which does not decide what products exist");
    }

    private static PushDecision missing(CatalogPolicy policy, OdooProduct template, Optional<ProductLink> link) {
        Optional<String> reason = notForSale(policy, template);
        if (reason.isPresent()) {
            return new LeaveAlone(template.templateId(), reason.get());
        }
        return new Create(template, ShopForm.of(content(template)), link);
    }

    /** Why Shopify is not to get a product that it does not have. */
    static Optional<String> notForSale(CatalogPolicy policy, OdooProduct template) {
        if (policy.leader() != CatalogSide.ODOO) {
            return Optional.of("not in Shopify, and Odoo does not decide what products exist");
        }
        if (!template.active()) {
            return Optional.of("archived in Odoo: not made in Shopify");
        }
        if (template.name().isBlank()) {
            return Optional.of("without a name: not made in Shopify");
        }
        if (template.fields().status() != ProductStatus.ACTIVE) {
            return Optional.of("not for sale in Odoo: not made in Shopify");
        }
        if (template.flaw().equals(Optional.of(OdooProduct.COMBO))) {
            return Optional.of("a combo of other products: not made in Shopify");
        }
        boolean ships = template.present().stream()
                .anyMatch(variant -> variant.content().requiresShipping().orElse(true));
        return ships ? Optional.empty() : Optional.of("a service: not made in Shopify");
    }

    private static PushDecision present(
            CatalogPolicy policy, OdooProduct template, Optional<ProductLink> link, ShopifyProduct shown) {
        content(template);
        return new Update(template, shown, PushPlan.of(push(policy, template, link, shown)), link);
    }

    static Push push(CatalogPolicy policy, OdooProduct template, Optional<ProductLink> link, ShopifyProduct shown) {
        Map<ShopifyId, Long> known = new HashMap<>();
        link.ifPresent(made -> made.variants()
                .forEach(variant ->
                        known.put(variant.variantId(), variant.productId().value())));
        return new Push(
                template,
                ProductTriage.wanted(shown),
                known,
                link.flatMap(PushDecisions::last),
                policy.writtenFromOdoo(),
                policy.leader() == CatalogSide.ODOO);
    }

    private static Optional<LastSync> last(ProductLink link) {
        return link.shopify().flatMap(shopify -> link.odoo().map(odoo -> new LastSync(shopify, odoo)));
    }

    private static Product content(OdooProduct template) {
        return template.content()
                .orElseThrow(() -> new SyncFailureException(new InvalidPayload(
                        "Shopify cannot show " + template.label() + ": "
                                + template.flaw().orElse("it has no variant"),
                        "Change the attributes of the template in Odoo; it is then looked at again.")));
    }
}

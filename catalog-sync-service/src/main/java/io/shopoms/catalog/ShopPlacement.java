package io.shopoms.catalog;

import io.shopoms.catalog.cache.ProductLink;
import io.shopoms.catalog.cache.ProductLinks;
import io.shopoms.catalog.mapping.ShopifyMatching;
import io.shopoms.catalog.mapping.WantedProduct;
import io.shopoms.catalog.odoo.OdooProduct;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.shopify.ProductSearch;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Finds the Shopify product of each template: the linked one, or one that is recognised. Reads only. */
@Singleton
class ShopPlacement {

    private final ShopifyProducts shopify;
    private final ProductSearch search;
    private final ProductLinks links;

    ShopPlacement(ShopifyProducts shopify, ProductSearch search, ProductLinks links) {
        this.shopify = shopify;
        this.search = search;
        this.links = links;
    }

    /**
     * What both sides hold of a template.
     *
     * @param template absent if it was deleted in Odoo
     * @param product absent if Shopify has none
     * @param failure why that cannot be said
     */
    record Shown(Optional<OdooProduct> template, Optional<ShopifyProduct> product, Optional<SyncFailure> failure) {}

    /** By template, one for each id. */
    Uni<Map<Long, Shown>> find(
            Store store,
            CatalogPolicy policy,
            Collection<OdooProduct> templates,
            Map<Long, ProductLink> linked,
            Collection<Long> ids) {
        ShopifyMatching matching = new ShopifyMatching(policy.matchBy());
        List<OdooProduct> open = templates.stream()
                .filter(template -> !linked.containsKey(template.templateId()))
                .filter(template -> PushDecisions.notForSale(policy, template).isEmpty())
                .toList();
        return candidates(store, matching, open).chain(candidates -> {
            Set<ShopifyId> wanted = new HashSet<>(candidates);
            linked.values().forEach(link -> wanted.add(link.productId()));
            return shopify.read(store, wanted)
                    .chain(read -> links.find(
                                    store.shop(),
                                    candidates.stream().map(ShopifyId::value).toList())
                            .map(taken -> new Match(matching, candidates, read, taken).all(templates, linked, ids)));
        });
    }

    private Uni<Set<ShopifyId>> candidates(Store store, ShopifyMatching matching, List<OdooProduct> open) {
        Set<ShopifyId> all = new HashSet<>();
        return search.bySku(store, texts(open, matching::skus))
                .invoke(all::addAll)
                .chain(() -> search.byBarcode(store, texts(open, matching::barcodes)))
                .invoke(all::addAll)
                .chain(() -> search.byTitle(store, texts(open, matching::titles)))
                .invoke(all::addAll)
                .replaceWith(all);
    }

    private static Set<String> texts(List<OdooProduct> templates, Function<OdooProduct, Set<String>> of) {
        Set<String> texts = new HashSet<>();
        templates.forEach(template -> texts.addAll(of.apply(template)));
        return texts;
    }

    /** Of one batch; what one template takes is no candidate for the next. */
    private static final class Match {

        private final ShopifyMatching matching;
        private final Map<ShopifyId, ShopifyProduct> read;
        private final Map<ShopifyId, Long> holders = new HashMap<>();
        private final List<WantedProduct> candidates;

        Match(
                ShopifyMatching matching,
                Set<ShopifyId> candidates,
                Map<ShopifyId, ShopifyProduct> read,
                Map<Long, ProductLink> taken) {
            this.matching = matching;
            this.read = read;
            taken.values()
                    .forEach(link ->
                            holders.put(link.productId(), link.templateId().value()));
            this.candidates = candidates.stream()
                    .map(read::get)
                    .filter(Objects::nonNull)
                    .map(ProductTriage::wanted)
                    .toList();
        }

        Map<Long, Shown> all(Collection<OdooProduct> templates, Map<Long, ProductLink> linked, Collection<Long> ids) {
            Map<Long, Shown> shown = new HashMap<>();
            Map<Long, OdooProduct> byId = new HashMap<>();
            templates.forEach(template -> byId.put(template.templateId(), template));
            for (long id : ids) {
                Optional<OdooProduct> template = Optional.ofNullable(byId.get(id));
                ProductLink link = linked.get(id);
                shown.put(
                        id,
                        link != null
                                ? new Shown(template, Optional.ofNullable(read.get(link.productId())), Optional.empty())
                                : template.map(this::recognised)
                                        .orElseGet(() -> new Shown(template, Optional.empty(), Optional.empty())));
            }
            return shown;
        }

        private Shown recognised(OdooProduct template) {
            try {
                Optional<ShopifyProduct> found =
                        matching.match(template, candidates).map(product -> read.get(product.id()));
                found.ifPresent(product -> take(product, template));
                return new Shown(Optional.of(template), found, Optional.empty());
            } catch (SyncFailureException e) {
                return new Shown(Optional.of(template), Optional.empty(), Optional.of(e.failure()));
            }
        }

        private void take(ShopifyProduct product, OdooProduct template) {
            Long holder = holders.putIfAbsent(product.id(), template.templateId());
            if (holder != null && holder != template.templateId()) {
                throw new SyncFailureException(
                        new RejectedByTarget(
                                template.label() + " matches the Shopify product " + product.id()
                                        + ", which already shows the product template " + holder,
                                "Let only one of the two templates have these SKUs, barcodes or this name in Odoo. Then retry."));
            }
        }
    }
}

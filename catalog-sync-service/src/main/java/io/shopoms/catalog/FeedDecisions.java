package io.shopoms.catalog;

import io.shopoms.catalog.FeedDecision.Create;
import io.shopoms.catalog.FeedDecision.LeaveAlone;
import io.shopoms.catalog.FeedDecision.Refuse;
import io.shopoms.catalog.FeedDecision.Remove;
import io.shopoms.catalog.FeedDecision.Update;
import io.shopoms.catalog.feed.config.DeletePolicy;
import io.shopoms.catalog.feed.run.FeedProducts;
import io.shopoms.catalog.feed.run.FeedProducts.Holder;
import io.shopoms.catalog.feed.run.FeedProducts.Link;
import io.shopoms.catalog.feed.run.FeedRecord;
import io.shopoms.catalog.policy.CatalogPolicies;
import io.shopoms.catalog.policy.CatalogPolicy;
import io.shopoms.catalog.policy.CatalogSide;
import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.ProductStatus;
import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.catalog.shopify.ShopifyProducts;
import io.shopoms.catalog.shopify.VariantsBySku;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out what products of feeds mean for Shopify: by the link of an earlier run, else by SKU. Several products at a time,
 * so that a hundred of them take a handful of calls.
 */
@Singleton
class FeedDecisions {

    /** A product in a preview that no run has handed over yet. */
    private static final long NOT_NUMBERED = 0;

    private final FeedProducts links;
    private final ShopifyProducts products;
    private final VariantsBySku variants;
    private final CatalogPolicies policies;

    FeedDecisions(FeedProducts links, ShopifyProducts products, VariantsBySku variants, CatalogPolicies policies) {
        this.links = links;
        this.products = products;
        this.variants = variants;
        this.policies = policies;
    }

    /** What is known of a batch; {@code taken} grows while its records are decided. */
    private record Known(
            CatalogPolicy policy,
            Map<Long, Link> links,
            Map<String, Set<ShopifyId>> bySku,
            Map<ShopifyId, ShopifyProduct> present,
            Map<ShopifyId, Holder> holders,
            Map<String, Holder> claims,
            Map<ShopifyId, FeedRecord> taken) {}

    Uni<List<FeedDecision>> decide(Store store, List<FeedRecord> records) {
        CatalogPolicy policy = policies.of(store.shop());
        return links.links(records.stream().map(FeedRecord::recordId).toList())
                .chain(linked -> present(store, records, linked).chain(found -> known(store, policy, linked, found)))
                .map(known ->
                        records.stream().map(record -> decide(record, known)).toList());
    }

    /** What Shopify has of the records' products: those that they are linked to, and those that have their SKUs. */
    private record Found(Map<String, Set<ShopifyId>> bySku, Map<ShopifyId, ShopifyProduct> present) {}

    private Uni<Found> present(Store store, List<FeedRecord> records, Map<Long, Link> linked) {
        return read(store, linkedTo(linked)).chain(present -> {
            Set<String> unknown = unknown(records, linked, present);
            if (unknown.isEmpty()) {
                return Uni.createFrom().item(new Found(Map.of(), present));
            }
            return variants.find(store, unknown)
                    .chain(bySku -> read(store, candidates(bySku, present)).map(more -> {
                        Map<ShopifyId, ShopifyProduct> all = new HashMap<>(present);
                        all.putAll(more);
                        return new Found(bySku, all);
                    }));
        });
    }

    private Uni<Map<ShopifyId, ShopifyProduct>> read(Store store, Set<ShopifyId> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(Map.of()) : products.read(store, ids);
    }

    private Uni<Known> known(Store store, CatalogPolicy policy, Map<Long, Link> linked, Found found) {
        Set<ShopifyId> ids = found.present().keySet();
        return links.holders(store.shop(), ids)
                .chain(holders -> links.claims(
                                store.shop(), skus(found.present().values()))
                        .map(claims -> new Known(
                                policy, linked, found.bySku(), found.present(), holders, claims, new HashMap<>())));
    }

    /** Searched for is what is not linked yet, and what is linked to a product that somebody deleted in Shopify. */
    private static Set<String> unknown(
            List<FeedRecord> records, Map<Long, Link> linked, Map<ShopifyId, ShopifyProduct> present) {
        Set<String> unknown = new TreeSet<>();
        for (FeedRecord record : records) {
            if (linkOf(record, linked).product().filter(present::containsKey).isEmpty()) {
                record.content().ifPresent(product -> unknown.addAll(skus(product)));
            }
        }
        return unknown;
    }

    private static FeedDecision decide(FeedRecord record, Known known) {
        return record.content().map(content -> present(record, content, known)).orElseGet(() -> gone(record, known));
    }

    private static FeedDecision present(FeedRecord record, Product content, Known known) {
        if (record.recordId() != NOT_NUMBERED && !known.links().containsKey(record.recordId())) {
            return new LeaveAlone(record, "its feed was deleted");
        }
        Link link = linkOf(record, known.links());
        Optional<ShopifyProduct> linked = link.product().map(known.present()::get);
        Set<ShopifyId> found = linked.isPresent() ? Set.of(linked.get().id()) : found(record, content, known);
        if (found.size() > 1) {
            return refuse(
                    record,
                    "Its SKUs belong to several products in Shopify: " + found,
                    "Merge these products in Shopify, or correct the SKUs there or in the feed.");
        }
        if (found.isEmpty()) {
            return missing(record, content, known);
        }
        ShopifyProduct present = known.present().get(found.iterator().next());
        Optional<String> other = otherHolder(record, present.id(), known);
        if (other.isPresent()) {
            return refuse(
                    record,
                    "The product " + present.id() + " in Shopify is already " + other.get(),
                    "Let one of them have its SKUs, or give both the same product key.");
        }
        known.taken().put(present.id(), record);
        return new Update(
                record,
                present,
                link.archived() && content.status().isEmpty() ? with(content, ProductStatus.ACTIVE) : content,
                known.policy().writtenFromFeeds(),
                known.policy().leader() == CatalogSide.FEED);
    }

    private static FeedDecision missing(FeedRecord record, Product content, Known known) {
        if (known.policy().leader() != CatalogSide.FEED) {
            return new LeaveAlone(record, "Shopify lacks it, and feeds do not decide here what products exist");
        }
        return content.title().isPresent()
                ? new Create(record, content)
                : refuse(record, "It has no title, without which Shopify takes no product", "Give it one in the feed.");
    }

    private static Optional<String> otherHolder(FeedRecord record, ShopifyId product, Known known) {
        Holder holder = known.holders().get(product);
        if (holder != null && holder.recordId() != record.recordId()) {
            return Optional.of(holder.toString());
        }
        return Optional.ofNullable(known.taken().get(product))
                .map(other -> new Holder(other.recordId(), other.feed(), other.key(), Optional.of(product), Set.of())
                        .toString());
    }

    private static FeedDecision gone(FeedRecord record, Known known) {
        Optional<ShopifyProduct> present =
                linkOf(record, known.links()).product().map(known.present()::get);
        if (present.isEmpty()) {
            return new LeaveAlone(record, "Shopify has no product for it");
        }
        if (record.deletePolicy() == DeletePolicy.KEEP) {
            return new LeaveAlone(record, "the feed no longer holds it; it is kept, as the feed's delete_policy says");
        }
        if (known.policy().leader() != CatalogSide.FEED) {
            return new LeaveAlone(record, "it is kept: feeds do not decide here what products exist");
        }
        Optional<Holder> heir = skus(present.get().content()).stream()
                .map(known.claims()::get)
                .filter(Objects::nonNull)
                .filter(holder -> holder.recordId() != record.recordId())
                // One that has a product of its own has taken the SKU there.
                .filter(holder -> holder.product()
                        .filter(own -> !own.equals(present.get().id()))
                        .isEmpty())
                .findFirst();
        return heir.<FeedDecision>map(holder -> new LeaveAlone(record, "it is kept: it is now " + holder))
                .orElseGet(() -> new Remove(record, present.get()));
    }

    private static Set<ShopifyId> found(FeedRecord record, Product content, Known known) {
        Set<String> skus = skus(content);
        Set<ShopifyId> found = new HashSet<>();
        skus.forEach(sku -> found.addAll(known.bySku().getOrDefault(sku, Set.of())));
        found.retainAll(known.present().keySet());
        // Another product of a feed still has variants that it is about to lose to this one.
        found.removeIf(product -> Optional.ofNullable(known.holders().get(product))
                .filter(holder -> holder.recordId() != record.recordId())
                .filter(holder -> Collections.disjoint(holder.skus(), skus))
                .isPresent());
        return found;
    }

    private static Set<ShopifyId> linkedTo(Map<Long, Link> linked) {
        Set<ShopifyId> ids = new HashSet<>();
        linked.values().forEach(link -> link.product().ifPresent(ids::add));
        return ids;
    }

    private static Set<ShopifyId> candidates(
            Map<String, Set<ShopifyId>> bySku, Map<ShopifyId, ShopifyProduct> present) {
        Set<ShopifyId> candidates = new HashSet<>();
        bySku.values().forEach(candidates::addAll);
        candidates.removeAll(present.keySet());
        return candidates;
    }

    private static Set<String> skus(Collection<ShopifyProduct> present) {
        Set<String> skus = new HashSet<>();
        present.forEach(product -> skus.addAll(skus(product.content())));
        return skus;
    }

    private static Set<String> skus(Product product) {
        Set<String> skus = new TreeSet<>();
        product.variants().stream()
                .map(Variant::sku)
                .flatMap(Optional::stream)
                .filter(sku -> !sku.isEmpty())
                .forEach(skus::add);
        return skus;
    }

    private static Link linkOf(FeedRecord record, Map<Long, Link> links) {
        return links.getOrDefault(record.recordId(), new Link(Optional.empty(), false));
    }

    private static FeedDecision refuse(FeedRecord record, String message, String remedy) {
        return new Refuse(record, new InvalidPayload(message, remedy));
    }

    static Product with(Product product, ProductStatus status) {
        return new Product(
                product.title(),
                product.description(),
                product.vendor(),
                product.productType(),
                product.tags(),
                Optional.of(status),
                product.options(),
                product.variants(),
                product.images(),
                product.metafields());
    }
}

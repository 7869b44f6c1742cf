package io.shopoms.order.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.model.Sku;
import io.shopoms.order.OrderSettings;
import io.shopoms.order.mapping.ProductMatch;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy.UnknownProduct;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code product.product}, found by SKU or id. What becomes of a SKU that Odoo does not know is the store's policy. */
@ApplicationScoped
class Products {

    private static final int REMEMBERED = 20_000;

    private final OrderPolicies policies;
    private final ReferenceCache<Sku, ProductMatch> cache;
    private final ReferenceCache<Long, Long> ids;

    Products(Clock clock, OrderSettings settings, OrderPolicies policies) {
        this.policies = policies;
        this.cache = new ReferenceCache<>(
                clock, settings.referencesExpireAfter(), REMEMBERED, ProductMatch.One.class::isInstance);
        this.ids = new ReferenceCache<>(clock, settings.referencesExpireAfter(), REMEMBERED, id -> true);
    }

    /** The products of all SKUs in one call; SKUs that Odoo does not know are absent, or mean the placeholder. */
    Uni<Map<Sku, ProductMatch>> bySku(Store store, OdooClient odoo, Collection<Sku> skus) {
        boolean placeholders = policies.of(store.shop()).unknownProduct() == UnknownProduct.PLACEHOLDER;
        return known(store, odoo, skus).map(found -> placeholders ? withPlaceholders(found, skus) : found);
    }

    private Uni<Map<Sku, ProductMatch>> known(Store store, OdooClient odoo, Collection<Sku> skus) {
        return cache.resolve(
                store.shop(),
                skus,
                unknown -> odoo.searchRead(
                                "product.product",
                                // Naming the field 'active' makes Odoo search archived products too.
                                Domain.where("default_code", "in", texts(unknown))
                                        .and("active", "in", List.of(true, false)),
                                List.of("default_code", "active"),
                                "",
                                0)
                        .map(Products::matches));
    }

    /** Those of the ids that Odoo has, archived ones included. */
    Uni<Set<Long>> existing(Store store, OdooClient odoo, Collection<Long> wanted) {
        return ids.resolve(
                        store.shop(),
                        wanted,
                        unknown -> odoo.searchRead(
                                        "product.product",
                                        Domain.where(
                                                        "id",
                                                        "in",
                                                        unknown.stream()
                                                                .sorted()
                                                                .toList())
                                                .and("active", "in", List.of(true, false)),
                                        List.of("active"),
                                        "",
                                        0)
                                .map(products -> products.stream()
                                        .map(Records::id)
                                        .collect(Collectors.toMap(Function.identity(), Function.identity()))))
                .map(Map::keySet);
    }

    void forget(Store store) {
        cache.forget(store.shop());
        ids.forget(store.shop());
    }

    static Map<Sku, ProductMatch> withPlaceholders(Map<Sku, ProductMatch> found, Collection<Sku> wanted) {
        Map<Sku, ProductMatch> all = new HashMap<>(found);
        wanted.forEach(sku -> all.putIfAbsent(sku, new ProductMatch.Placeholder()));
        return all;
    }

    private static List<String> texts(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toList();
    }

    static Map<Sku, ProductMatch> matches(List<JsonNode> products) {
        Map<Sku, List<JsonNode>> bySku = products.stream()
                .filter(product -> !Records.text(product, "default_code").isBlank())
                .collect(Collectors.groupingBy(product -> new Sku(Records.text(product, "default_code"))));
        Map<Sku, ProductMatch> matches = new HashMap<>();
        bySku.forEach((sku, candidates) -> matches.put(sku, match(candidates)));
        return matches;
    }

    /** Active ones come first; an archived product is ordered only where there is no other. */
    private static ProductMatch match(List<JsonNode> candidates) {
        List<Long> active = candidates.stream()
                .filter(product -> product.path("active").asBoolean())
                .map(Records::id)
                .toList();
        List<Long> ids = active.isEmpty() ? candidates.stream().map(Records::id).toList() : active;
        return ids.size() == 1 ? new ProductMatch.One(ids.get(0)) : new ProductMatch.Several(ids);
    }
}

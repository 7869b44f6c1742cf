package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What several words of the catalog service, one after the other, make of the items that are known. Only what comes out in
 * the end is stored: an item that one product loses and another one gains in the meantime changes once.
 */
final class ToldLinks {

    private final Map<ItemKey, Known> before;
    private final SortedMap<ItemKey, Link> after = new TreeMap<>();
    private final Map<ProductKey, Set<ItemKey>> itemsOf = new HashMap<>();

    /** @param known the items that the words may change: those that are told, and those of the products that are told */
    ToldLinks(Map<ItemKey, Known> known) {
        this.before = Map.copyOf(known);
        known.forEach((item, link) -> link.shopifyProduct()
                .ifPresent(product ->
                        itemsOf(new ProductKey(item.store(), product)).add(item)));
    }

    /** A product in a store. */
    record ProductKey(ShopDomain store, ShopifyId product) {

        static ProductKey of(VariantLinked event) {
            return new ProductKey(event.shop(), event.shopifyProductId());
        }
    }

    /**
     * What is known of an item; all of it may be absent.
     *
     * @param named whether Shopify has told its SKU, which is nearer to the item than what the catalog service says
     * @param product what it stands for
     * @param chosen whether a person has chosen that
     */
    record Known(
            Optional<ShopifyId> variant,
            Optional<ShopifyId> shopifyProduct,
            String sku,
            boolean named,
            Optional<OdooId> catalogProduct,
            Optional<OdooId> product,
            boolean chosen) {

        static final Known NOTHING =
                new Known(Optional.empty(), Optional.empty(), "", false, Optional.empty(), Optional.empty(), false);

        Known {
            Objects.requireNonNull(variant, "variant");
            Objects.requireNonNull(shopifyProduct, "shopifyProduct");
            Objects.requireNonNull(sku, "sku");
            Objects.requireNonNull(catalogProduct, "catalogProduct");
            Objects.requireNonNull(product, "product");
        }

        private Known linked(ShopifyId by, VariantLinked.Variant told) {
            String toldSku = told.sku() == null ? "" : told.sku().strip();
            return new Known(
                    Optional.of(told.shopifyVariantId()),
                    Optional.of(by),
                    named || toldSku.isEmpty() ? sku : toldSku,
                    named,
                    Optional.of(told.odooProductId()),
                    chosen ? product : Optional.of(told.odooProductId()),
                    chosen);
        }

        private Known unlinked() {
            return new Known(
                    variant, shopifyProduct, sku, named, Optional.empty(), chosen ? product : Optional.empty(), chosen);
        }
    }

    /**
     * What an item is now.
     *
     * @param told the product in Shopify whose word made it so
     */
    record Link(Known known, ShopifyId told) {}

    /** Of several words about one product the newest; of two of one time the one that came later. */
    static Collection<VariantLinked> newest(List<VariantLinked> events) {
        Map<ProductKey, VariantLinked> newest = new LinkedHashMap<>();
        events.forEach(event ->
                newest.merge(ProductKey.of(event), event, (a, b) -> b.linkedAt().isBefore(a.linkedAt()) ? a : b));
        return newest.values();
    }

    /** Takes over what is told of one product: all its variants, so that one that is missing is no longer linked. */
    void take(VariantLinked event) {
        Set<ItemKey> missing = new HashSet<>(itemsOf(ProductKey.of(event)));
        for (VariantLinked.Variant variant : event.variants()) {
            // A variant whose item Shopify has not told yet comes again with it.
            if (variant.inventoryItemId() != null) {
                ItemKey item = new ItemKey(event.shop(), variant.inventoryItemId());
                missing.remove(item);
                put(item, now(item).linked(event.shopifyProductId(), variant), event.shopifyProductId());
            }
        }
        missing.forEach(item -> put(item, now(item).unlinked(), event.shopifyProductId()));
    }

    /** The items of which something is known now that was not. */
    SortedMap<ItemKey, Link> news() {
        SortedMap<ItemKey, Link> news = new TreeMap<>(after);
        news.entrySet()
                .removeIf(
                        entry -> before(entry.getKey()).equals(entry.getValue().known()));
        return news;
    }

    /** Those of them that stand for another product now, or for none. */
    SortedMap<ItemKey, Link> changed() {
        SortedMap<ItemKey, Link> changed = news();
        changed.entrySet()
                .removeIf(entry -> before(entry.getKey())
                        .product()
                        .equals(entry.getValue().known().product()));
        return changed;
    }

    Known before(ItemKey item) {
        return before.getOrDefault(item, Known.NOTHING);
    }

    private Known now(ItemKey item) {
        return after.containsKey(item) ? after.get(item).known() : before(item);
    }

    private void put(ItemKey item, Known known, ShopifyId told) {
        now(item)
                .shopifyProduct()
                .ifPresent(product ->
                        itemsOf(new ProductKey(item.store(), product)).remove(item));
        known.shopifyProduct()
                .ifPresent(product ->
                        itemsOf(new ProductKey(item.store(), product)).add(item));
        after.put(item, new Link(known, told));
    }

    private Set<ItemKey> itemsOf(ProductKey product) {
        return itemsOf.computeIfAbsent(product, key -> new HashSet<>());
    }
}

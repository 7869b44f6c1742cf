package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderStored.Line;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Makes the items due that units of orders concern: those of the order's store, and all that sell the same products. */
@ApplicationScoped
class ConcernedItems {

    private static final String BY_VARIANT = """
            select shopify_variant_id, inventory_item_id, odoo_product_id from product_inventory
            where store = $1 and shopify_variant_id = any($2) and odoo_product_id is not null and deleted_at is null""";

    private static final String BY_SKU = """
            select distinct odoo_product_id from product_inventory
            where store = any($1) and lower(sku) = any($2) and sku <> '' and sku = any($3)
              and odoo_product_id is not null and deleted_at is null""";

    private final DueItems due;
    private final SameOdoo sameOdoo;
    private final Stores stores;

    ConcernedItems(DueItems due, SameOdoo sameOdoo, Stores stores) {
        this.due = due;
        this.sameOdoo = sameOdoo;
        this.stores = stores;
    }

    /** An item of the order's own store. */
    private record Linked(ShopifyId item, OdooId product) {}

    /**
     * @param touched units whose number of pending ones may be another now, by store
     * @param effects what became of Shopify's stock, by order: those levels are doubtful
     */
    Uni<Void> raise(SqlConnection transaction, Map<ShopDomain, List<Line>> touched, Map<OrderKey, List<Line>> effects) {
        Set<ItemKey> items = new HashSet<>();
        Set<ItemKey> doubtful = new HashSet<>();
        return Multi.createFrom()
                .iterable(new TreeMap<>(byName(touched)).values())
                .onItem()
                .transformToUniAndConcatenate(store -> linked(transaction, store, touched.get(store.shop()))
                        .invoke(linked -> doubtful.addAll(ofEffects(store, linked, effects)))
                        .chain(linked -> products(transaction, store, touched.get(store.shop()), linked))
                        .chain(products -> due.ofProducts(transaction, store, products))
                        .invoke(items::addAll))
                .onItem()
                .ignoreAsUni()
                // All rows first, then levels: the order of locks that DueItems names.
                .chain(() -> due.raise(transaction, items))
                .chain(() -> due.raiseDoubting(transaction, doubtful));
    }

    private Map<String, Store> byName(Map<ShopDomain, List<Line>> touched) {
        Map<String, Store> byName = new HashMap<>();
        touched.keySet().forEach(shop -> stores.find(shop).ifPresent(store -> byName.put(shop.value(), store)));
        return byName;
    }

    private static Uni<Map<ShopifyId, Linked>> linked(SqlConnection transaction, Store store, List<Line> lines) {
        Long[] variants = lines.stream()
                .map(Line::shopifyVariantId)
                .filter(Objects::nonNull)
                .map(ShopifyId::value)
                .distinct()
                .toArray(Long[]::new);
        return transaction
                .preparedQuery(BY_VARIANT)
                .execute(Tuple.of(store.shop().value(), variants))
                .map(rows -> {
                    Map<ShopifyId, Linked> linked = new HashMap<>();
                    for (Row row : rows) {
                        linked.put(
                                Sql.id(row, "shopify_variant_id"),
                                new Linked(
                                        Sql.id(row, "inventory_item_id"), new OdooId(row.getLong("odoo_product_id"))));
                    }
                    return linked;
                });
    }

    private static Set<ItemKey> ofEffects(
            Store store, Map<ShopifyId, Linked> linked, Map<OrderKey, List<Line>> effects) {
        Set<ItemKey> items = new HashSet<>();
        effects.forEach((order, lines) -> {
            if (order.store().equals(store.shop())) {
                lines.stream()
                        .filter(line -> line.shopifyVariantId() != null)
                        .map(line -> linked.get(line.shopifyVariantId()))
                        .filter(Objects::nonNull)
                        .forEach(item -> items.add(new ItemKey(store.shop(), item.item())));
            }
        });
        return items;
    }

    /** A variant that is linked with nothing counts by its SKU, as in {@link PgPendingUnits}. */
    private Uni<Set<OdooId>> products(
            SqlConnection transaction, Store store, Collection<Line> lines, Map<ShopifyId, Linked> linked) {
        Set<OdooId> products = new HashSet<>();
        linked.values().forEach(item -> products.add(item.product()));
        String[] skus = lines.stream()
                .filter(line -> line.shopifyVariantId() == null || !linked.containsKey(line.shopifyVariantId()))
                .map(Line::sku)
                .filter(sku -> !sku.isEmpty())
                .distinct()
                .toArray(String[]::new);
        if (skus.length == 0) {
            return Uni.createFrom().item(products);
        }
        String[] lowered =
                List.of(skus).stream().map(sku -> sku.toLowerCase(Locale.ROOT)).toArray(String[]::new);
        return transaction
                .preparedQuery(BY_SKU)
                .execute(Tuple.of(sameOdoo.domains(store).toArray(String[]::new), lowered, skus))
                .map(rows -> {
                    rows.forEach(row -> products.add(new OdooId(row.getLong("odoo_product_id"))));
                    return products;
                });
    }
}

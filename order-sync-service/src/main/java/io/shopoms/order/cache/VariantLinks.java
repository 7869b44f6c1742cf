package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table {@code variant_link}: which Odoo product stands for a variant, as the catalog service tells. */
@ApplicationScoped
public class VariantLinks {

    private static final String FIND = """
            select shopify_variant_id, odoo_product_id from variant_link
            where store = $1 and shopify_variant_id = any($2)""";

    // In one order everywhere, so that two replicas wait for each other instead of for ever.
    private static final String RENEW = """
            insert into product_link (store, shopify_product_id, linked_at)
            select store, product, linked_at
            from unnest($1::text[], $2::bigint[], $3::timestamptz[]) as told(store, product, linked_at)
            order by store, product
            on conflict (store, shopify_product_id) do update set linked_at = excluded.linked_at
            where product_link.linked_at <= excluded.linked_at
            returning store, shopify_product_id""";

    private static final String CLEAR = """
            delete from variant_link v using unnest($1::text[], $2::bigint[]) as told(store, product)
            where v.store = told.store and v.shopify_product_id = told.product""";

    private static final String SAVE = """
            insert into variant_link (store, shopify_product_id, shopify_variant_id, odoo_product_id)
            select store, shopify_product, variant, product
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[])
                as link(store, shopify_product, variant, product)
            order by store, variant
            on conflict (store, shopify_variant_id) do update set
                shopify_product_id = excluded.shopify_product_id, odoo_product_id = excluded.odoo_product_id""";

    private static final String WAITING = """
            select record_id from shopify_order_cache
            where store = $1 and status = 'PENDING' and failure_kind = 'MissingDependency'
              and string_to_array(skus, E'\\n') && $2""";

    private final Database database;

    VariantLinks(Database database) {
        this.database = database;
    }

    /** The products of those variants that have one. */
    public Uni<Map<ShopifyId, Long>> products(ShopDomain shop, Collection<ShopifyId> variants) {
        if (variants.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Long[] ids = variants.stream().map(ShopifyId::value).toArray(Long[]::new);
        return database.query(FIND, Tuple.of(shop.value(), ids)).map(rows -> {
            Map<ShopifyId, Long> products = new HashMap<>();
            rows.forEach(row ->
                    products.put(new ShopifyId(row.getLong("shopify_variant_id")), row.getLong("odoo_product_id")));
            return products;
        });
    }

    /** Takes over the links of some products, unless newer ones are known; in one transaction. */
    public Uni<Void> save(List<VariantLinked> events) {
        Collection<VariantLinked> newest = newest(events);
        return database.transaction(tx -> tx.preparedQuery(RENEW)
                .execute(products(newest)
                        .addValue(newest.stream()
                                .map(event -> event.linkedAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new)))
                .chain(rows -> {
                    Set<Named> renewed = new HashSet<>();
                    rows.forEach(row -> renewed.add(new Named(
                            new ShopDomain(row.getString("store")), new ShopifyId(row.getLong("shopify_product_id")))));
                    return replace(
                            tx,
                            newest.stream()
                                    .filter(event -> renewed.contains(Named.productOf(event)))
                                    .toList());
                }));
    }

    /** A product, or a variant, of a store. */
    private record Named(ShopDomain store, ShopifyId id) {

        static Named productOf(VariantLinked event) {
            return new Named(event.shop(), event.shopifyProductId());
        }
    }

    /** One for each product: of several the newest, of equally new ones the last. */
    private static Collection<VariantLinked> newest(List<VariantLinked> events) {
        Map<Named, VariantLinked> newest = new LinkedHashMap<>();
        events.forEach(event -> newest.merge(
                Named.productOf(event),
                event,
                (one, other) -> other.linkedAt().isBefore(one.linkedAt()) ? one : other));
        return newest.values();
    }

    private static Uni<Void> replace(SqlConnection transaction, List<VariantLinked> renewed) {
        if (renewed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .preparedQuery(CLEAR)
                .execute(products(renewed))
                .chain(() -> transaction.preparedQuery(SAVE).execute(variants(renewed)))
                .replaceWithVoid();
    }

    private static Tuple products(Collection<VariantLinked> events) {
        return Tuple.tuple()
                .addValue(events.stream().map(event -> event.shop().value()).toArray(String[]::new))
                .addValue(events.stream()
                        .map(event -> event.shopifyProductId().value())
                        .toArray(Long[]::new));
    }

    private record Link(ShopDomain store, ShopifyId product, VariantLinked.Variant variant) {}

    /** A variant belongs to one product: to the one that was told last. */
    private static Tuple variants(List<VariantLinked> events) {
        Map<Named, Link> byVariant = new LinkedHashMap<>();
        for (VariantLinked event : events) {
            event.variants()
                    .forEach(variant -> byVariant.put(
                            new Named(event.shop(), variant.shopifyVariantId()),
                            new Link(event.shop(), event.shopifyProductId(), variant)));
        }
        Collection<Link> links = byVariant.values();
        return Tuple.of(
                links.stream().map(link -> link.store().value()).toArray(String[]::new),
                links.stream().map(link -> link.product().value()).toArray(Long[]::new),
                links.stream()
                        .map(link -> link.variant().shopifyVariantId().value())
                        .toArray(Long[]::new),
                links.stream()
                        .map(link -> link.variant().odooProductId().value())
                        .toArray(Long[]::new));
    }

    /** The orders that wait for something that Odoo lacks and are about one of these SKUs. */
    public Uni<List<Long>> waitingFor(ShopDomain shop, Collection<String> skus) {
        return database.query(WAITING, Tuple.of(shop.value(), skus.toArray(String[]::new)))
                .map(rows -> {
                    List<Long> orders = new ArrayList<>();
                    rows.forEach(row -> orders.add(row.getLong("record_id")));
                    return orders;
                });
    }
}

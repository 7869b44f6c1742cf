package io.shopoms.inventory.cache;

import io.shopoms.inventory.cache.ToldLinks.Known;
import io.shopoms.inventory.cache.ToldLinks.Link;
import io.shopoms.inventory.cache.ToldLinks.ProductKey;
import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Links as the catalog service tells them. What a person has chosen holds; the word of the catalog service is kept beside
 * it, and holds again when the person's choice is released.
 */
@ApplicationScoped
public class CatalogLinks {

    private static final String RENEW = """
            insert into catalog_link (store, shopify_product_id, linked_at)
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[]) as g(store, product, linked_at)
            order by store, product
            on conflict (store, shopify_product_id) do update set linked_at = excluded.linked_at
            where catalog_link.linked_at <= excluded.linked_at
            returning store, shopify_product_id""";

    private static final String KNOWN = """
            select p.store, p.inventory_item_id, shopify_variant_id, shopify_product_id, sku, facts_at is not null as named,
                   catalog_product_id, odoo_product_id, chosen
            from product_inventory p
            join (select p.store, p.inventory_item_id from product_inventory p
                  join unnest($1::text[], $2::bigint[]) as g(store, product)
                    on p.store = g.store and p.shopify_product_id = g.product
                  union
                  select * from unnest($3::text[], $4::bigint[])) as i(store, item)
              on p.store = i.store and p.inventory_item_id = i.item""";

    // Shopify or a person may have said something since it was read.
    private static final String STORE = """
            insert into product_inventory as p (store, inventory_item_id, shopify_variant_id, shopify_product_id, sku,
                                                catalog_product_id, odoo_product_id, linked_at)
            select store, item, variant, shopify_product, sku, product, product, now()
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[], $6::bigint[])
                as g(store, item, variant, shopify_product, sku, product)
            order by store, item
            on conflict (store, inventory_item_id) do update set
                shopify_variant_id = coalesce(excluded.shopify_variant_id, p.shopify_variant_id),
                shopify_product_id = excluded.shopify_product_id,
                sku = case when p.facts_at is null and excluded.sku <> '' then excluded.sku else p.sku end,
                catalog_product_id = excluded.catalog_product_id,
                odoo_product_id = case when p.chosen then p.odoo_product_id else excluded.catalog_product_id end,
                linked_at = case when p.chosen then p.linked_at else now() end,
                updated_at = now()""";

    private final Database database;
    private final DueItems due;
    private final Clock clock;

    CatalogLinks(Database database, DueItems due, Clock clock) {
        this.database = database;
        this.due = due;
        this.clock = clock;
    }

    /**
     * Takes over what is told of products, each unless something newer is known of it, in one transaction: so that their
     * items are due together, and are worked on in few batches.
     */
    public Uni<Void> take(List<VariantLinked> events) {
        Collection<VariantLinked> newest = ToldLinks.newest(events);
        return newest.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(tx -> renew(tx, newest)
                        .chain(news -> news.isEmpty() ? Uni.createFrom().voidItem() : compare(tx, news)));
    }

    /** Those that are not older than what is known. */
    private static Uni<List<VariantLinked>> renew(SqlConnection tx, Collection<VariantLinked> events) {
        Tuple given = Tuple.of(
                stores(events), products(events), Sql.array(events, e -> Sql.utc(e.linkedAt()), OffsetDateTime[]::new));
        return tx.preparedQuery(RENEW).execute(given).map(rows -> {
            Set<ProductKey> renewed = new HashSet<>();
            rows.forEach(row -> renewed.add(
                    new ProductKey(new ShopDomain(row.getString("store")), Sql.id(row, "shopify_product_id"))));
            return events.stream()
                    .filter(event -> renewed.contains(ProductKey.of(event)))
                    .toList();
        });
    }

    private Uni<Void> compare(SqlConnection tx, List<VariantLinked> events) {
        List<ItemKey> told =
                events.stream().flatMap(event -> items(event).stream()).toList();
        Tuple asked = Tuple.of(stores(events), products(events), Sql.stores(told), Sql.items(told));
        return tx.preparedQuery(KNOWN).execute(asked).map(CatalogLinks::known).chain(known -> {
            ToldLinks links = new ToldLinks(known);
            events.forEach(links::take);
            return store(tx, links);
        });
    }

    private Uni<Void> store(SqlConnection tx, ToldLinks links) {
        SortedMap<ItemKey, Link> news = links.news();
        if (news.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        SortedMap<ItemKey, Link> changed = links.changed();
        return raise(tx, links, changed.keySet())
                .chain(() -> tx.preparedQuery(STORE).execute(values(news)))
                .chain(() -> LinkEnds.forget(tx, changed.keySet()))
                .chain(() -> AuditLog.add(tx, choices(changed)));
    }

    /** With the items, those that are sold from the products that they stood for: units that were held back are free now. */
    private Uni<Void> raise(SqlConnection tx, ToldLinks links, Set<ItemKey> changed) {
        Map<ShopDomain, Set<OdooId>> left = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
        changed.forEach(item -> links.before(item)
                .product()
                .ifPresent(product -> left.computeIfAbsent(item.store(), store -> new HashSet<>())
                        .add(product)));
        Set<ItemKey> keys = new HashSet<>(changed);
        return Multi.createFrom()
                .iterable(left.entrySet())
                .onItem()
                .transformToUniAndConcatenate(
                        of -> due.ofProducts(tx, of.getKey(), of.getValue()).invoke(keys::addAll))
                .onItem()
                .ignoreAsUni()
                .chain(() -> due.raise(tx, keys));
    }

    /** One for each product that somebody told something new of. */
    private List<Choice> choices(SortedMap<ItemKey, Link> changed) {
        Instant now = clock.instant();
        Map<ProductKey, List<Choice.Item>> items = new LinkedHashMap<>();
        changed.forEach((item, link) -> items.computeIfAbsent(
                        new ProductKey(item.store(), link.told()), product -> new ArrayList<>())
                .add(new Choice.Item(
                        Optional.of(item.item().value()),
                        link.known()
                                .product()
                                .map(product -> "linked with Odoo's product " + product)
                                .orElse("no longer linked"))));
        return items.entrySet().stream()
                .map(of -> new Choice(
                        of.getKey().store(),
                        now,
                        Who.catalog("product " + of.getKey().product()),
                        OptionalLong.empty(),
                        of.getValue()))
                .toList();
    }

    private static List<ItemKey> items(VariantLinked event) {
        return event.variants().stream()
                .filter(variant -> variant.inventoryItemId() != null)
                .map(variant -> new ItemKey(event.shop(), variant.inventoryItemId()))
                .toList();
    }

    private static String[] stores(Collection<VariantLinked> events) {
        return Sql.texts(events, event -> event.shop().value());
    }

    private static Long[] products(Collection<VariantLinked> events) {
        return Sql.longs(events, event -> event.shopifyProductId().value());
    }

    private static Tuple values(SortedMap<ItemKey, Link> news) {
        List<Known> known = news.values().stream().map(Link::known).toList();
        return Tuple.tuple()
                .addValue(Sql.stores(news.keySet()))
                .addValue(Sql.items(news.keySet()))
                .addValue(Sql.longs(
                        known, item -> item.variant().map(ShopifyId::value).orElse(null)))
                .addValue(Sql.longs(
                        known,
                        item -> item.shopifyProduct().map(ShopifyId::value).orElse(null)))
                .addValue(Sql.texts(known, Known::sku))
                .addValue(Sql.longs(
                        known, item -> item.catalogProduct().map(OdooId::value).orElse(null)));
    }

    private static Map<ItemKey, Known> known(RowSet<Row> rows) {
        Map<ItemKey, Known> known = new HashMap<>();
        for (Row row : rows) {
            known.put(
                    new ItemKey(new ShopDomain(row.getString("store")), Sql.id(row, "inventory_item_id")),
                    new Known(
                            Sql.maybeId(row, "shopify_variant_id"),
                            Sql.maybeId(row, "shopify_product_id"),
                            row.getString("sku"),
                            row.getBoolean("named"),
                            Sql.maybeOdooId(row, "catalog_product_id"),
                            Sql.maybeOdooId(row, "odoo_product_id"),
                            row.getBoolean("chosen")));
        }
        return known;
    }
}

package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Links as the catalog service tells them. What a person has chosen holds; the word of the catalog service is kept beside
 * it, and holds again when the person's choice is released.
 */
@ApplicationScoped
public class CatalogLinks {

    private static final String RENEW = """
            insert into catalog_link (store, shopify_product_id, linked_at) values ($1, $2, $3)
            on conflict (store, shopify_product_id) do update set linked_at = excluded.linked_at
            where catalog_link.linked_at <= excluded.linked_at""";

    private static final String KNOWN = """
            select inventory_item_id, shopify_variant_id, shopify_product_id, sku, catalog_product_id, odoo_product_id,
                   chosen
            from product_inventory where store = $1 and (shopify_product_id = $2 or inventory_item_id = any($3))""";

    // A SKU that is told by its item stays: the item is nearer to it.
    private static final String STORE = """
            insert into product_inventory as p (store, inventory_item_id, shopify_variant_id, shopify_product_id, sku,
                                                catalog_product_id, odoo_product_id, linked_at)
            select $1, item, variant, $2, sku, product, product, now()
            from unnest($3::bigint[], $4::bigint[], $5::text[], $6::bigint[]) as g(item, variant, sku, product)
            order by item
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

    /** What is stored of an item; all but its id may be absent. */
    private record Known(
            Optional<ShopifyId> variant,
            Optional<ShopifyId> shopifyProduct,
            String sku,
            Optional<OdooId> catalogProduct,
            Optional<OdooId> product,
            boolean chosen) {

        static final Known NOTHING =
                new Known(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty(), false);
    }

    /** What the catalog service says of an item; no product if it says nothing any more. */
    private record Told(Optional<ShopifyId> variant, Optional<String> sku, Optional<OdooId> product) {}

    /** Takes over what is told of one product, unless something newer is known. */
    public Uni<Void> take(VariantLinked event) {
        Tuple renewed = Tuple.of(event.shop().value(), event.shopifyProductId().value(), Sql.utc(event.linkedAt()));
        return database.transaction(tx -> tx.preparedQuery(RENEW)
                .execute(renewed)
                .chain(newest -> newest.rowCount() == 0 ? Uni.createFrom().voidItem() : compare(tx, event)));
    }

    private Uni<Void> compare(SqlConnection tx, VariantLinked event) {
        Map<ShopifyId, Told> told = told(event);
        Tuple asked = Tuple.of(event.shop().value(), event.shopifyProductId().value(), Sql.ids(told.keySet()));
        return tx.preparedQuery(KNOWN).execute(asked).map(CatalogLinks::known).chain(known -> {
            known.keySet().forEach(item -> told.putIfAbsent(item, unlinked(known.get(item))));
            told.entrySet()
                    .removeIf(entry ->
                            saysNothingNew(event, known.getOrDefault(entry.getKey(), Known.NOTHING), entry.getValue()));
            return told.isEmpty() ? Uni.createFrom().voidItem() : store(tx, event, known, told);
        });
    }

    private Uni<Void> store(
            SqlConnection tx, VariantLinked event, Map<ShopifyId, Known> known, Map<ShopifyId, Told> told) {
        ShopDomain store = event.shop();
        List<Map.Entry<ShopifyId, Told>> rows = told.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Long.compare(a.value(), b.value())))
                .toList();
        List<ShopifyId> changed = rows.stream()
                .filter(row -> changes(known.getOrDefault(row.getKey(), Known.NOTHING), row.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Tuple given = Tuple.of(
                store.value(),
                event.shopifyProductId().value(),
                Sql.longs(rows, row -> row.getKey().value()),
                Sql.longs(
                        rows,
                        row -> row.getValue().variant().map(ShopifyId::value).orElse(null)),
                Sql.texts(rows, row -> row.getValue().sku().orElse("")),
                Sql.longs(
                        rows, row -> row.getValue().product().map(OdooId::value).orElse(null)));
        return raise(tx, store, changed, known)
                .chain(() -> tx.preparedQuery(STORE).execute(given))
                .chain(() -> LinkEnds.forget(tx, store, changed))
                .chain(() -> AuditLog.add(tx, choice(event, changed, told)));
    }

    /** With the items, those that are sold from the products that they stood for: units that were held back are free now. */
    private Uni<Void> raise(SqlConnection tx, ShopDomain store, List<ShopifyId> changed, Map<ShopifyId, Known> known) {
        List<OdooId> left = changed.stream()
                .flatMap(item -> known.getOrDefault(item, Known.NOTHING).product().stream())
                .toList();
        return due.ofProducts(tx, store, left).chain(others -> {
            List<ItemKey> keys = new ArrayList<>(others);
            changed.forEach(item -> keys.add(new ItemKey(store, item)));
            return due.raise(tx, keys);
        });
    }

    private Choice choice(VariantLinked event, List<ShopifyId> changed, Map<ShopifyId, Told> told) {
        List<Choice.Item> items = changed.stream()
                .map(item -> new Choice.Item(
                        Optional.of(item.value()),
                        told.get(item)
                                .product()
                                .map(product -> "linked with Odoo's product " + product)
                                .orElse("no longer linked")))
                .toList();
        Who who = Who.catalog("product " + event.shopifyProductId());
        return new Choice(event.shop(), clock.instant(), who, OptionalLong.empty(), items);
    }

    /** A variant whose item Shopify has not told yet comes again with it. */
    private static Map<ShopifyId, Told> told(VariantLinked event) {
        Map<ShopifyId, Told> told = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
        event.variants().stream()
                .filter(variant -> variant.inventoryItemId() != null)
                .forEach(variant -> told.put(
                        variant.inventoryItemId(),
                        new Told(
                                Optional.of(variant.shopifyVariantId()),
                                Optional.ofNullable(variant.sku()).map(String::strip),
                                Optional.of(variant.odooProductId()))));
        return told;
    }

    private static Told unlinked(Known known) {
        return new Told(known.variant(), Optional.empty(), Optional.empty());
    }

    private static boolean saysNothingNew(VariantLinked event, Known known, Told told) {
        return known.catalogProduct().equals(told.product())
                && known.variant().equals(told.variant())
                && told.sku().filter(sku -> !sku.equals(known.sku())).isEmpty()
                && known.shopifyProduct().equals(Optional.of(event.shopifyProductId()));
    }

    /** Whether the item stands for another product by it. */
    private static boolean changes(Known known, Told told) {
        return !known.chosen() && !known.product().equals(told.product());
    }

    private static Map<ShopifyId, Known> known(RowSet<Row> rows) {
        Map<ShopifyId, Known> known = new HashMap<>();
        for (Row row : rows) {
            known.put(
                    Sql.id(row, "inventory_item_id"),
                    new Known(
                            Sql.maybeId(row, "shopify_variant_id"),
                            Sql.maybeId(row, "shopify_product_id"),
                            row.getString("sku"),
                            Sql.maybeOdooId(row, "catalog_product_id"),
                            Sql.maybeOdooId(row, "odoo_product_id"),
                            row.getBoolean("chosen")));
        }
        return known;
    }
}

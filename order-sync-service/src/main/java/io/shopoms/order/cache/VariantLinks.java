package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table {@code variant_link}: which Odoo product stands for a variant, as the catalog service tells. */
@ApplicationScoped
public class VariantLinks {

    private static final String FIND = """
            select shopify_variant_id, odoo_product_id from variant_link
            where store = $1 and shopify_variant_id = any($2)""";

    private static final String RENEW = """
            insert into product_link (store, shopify_product_id, linked_at) values ($1, $2, $3)
            on conflict (store, shopify_product_id) do update set linked_at = excluded.linked_at
            where product_link.linked_at <= excluded.linked_at""";

    private static final String CLEAR = "delete from variant_link where store = $1 and shopify_product_id = $2";

    private static final String SAVE = """
            insert into variant_link (store, shopify_product_id, shopify_variant_id, odoo_product_id)
            select $1, $2, variant, product from unnest($3::bigint[], $4::bigint[]) as link(variant, product)
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

    /** Takes over the links of one product, unless newer ones are known. */
    public Uni<Void> save(VariantLinked event) {
        Tuple version = Tuple.of(
                event.shop().value(),
                event.shopifyProductId().value(),
                event.linkedAt().atOffset(ZoneOffset.UTC));
        return database.transaction(tx -> tx.preparedQuery(RENEW)
                .execute(version)
                .chain(renewed -> renewed.rowCount() == 0 ? Uni.createFrom().voidItem() : replace(tx, event)));
    }

    private static Uni<Void> replace(SqlConnection transaction, VariantLinked event) {
        List<VariantLinked.Variant> variants = event.variants();
        Tuple product = Tuple.of(event.shop().value(), event.shopifyProductId().value());
        Tuple links = Tuple.of(
                event.shop().value(),
                event.shopifyProductId().value(),
                variants.stream()
                        .map(variant -> variant.shopifyVariantId().value())
                        .toArray(Long[]::new),
                variants.stream()
                        .map(variant -> variant.odooProductId().value())
                        .toArray(Long[]::new));
        return transaction
                .preparedQuery(CLEAR)
                .execute(product)
                .chain(() -> transaction.preparedQuery(SAVE).execute(links))
                .replaceWithVoid();
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

package io.shopoms.catalog.cache;

import io.shopoms.catalog.cache.ProductLink.VariantLink;
import io.shopoms.model.ShopifyId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the rows of links of one store, all in one statement for each table: a batch of products has hundreds of variants.
 */
final class LinkRows {

    private static final String STORE = """
            insert into product_link (store, shopify_product_id, odoo_template_id, title, shopify_content, odoo_content)
            select store, product, template, title, shopify, odoo
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[])
                as link(store, product, template, title, shopify, odoo)
            order by store, product
            on conflict (store, shopify_product_id) do update set
                odoo_template_id = excluded.odoo_template_id, title = excluded.title,
                shopify_content = excluded.shopify_content, odoo_content = excluded.odoo_content, synced_at = now()""";

    private static final String CLEAR_VARIANTS =
            "delete from variant_link where store = $1 and shopify_product_id = any($2)";

    private static final String STORE_VARIANT = """
            insert into variant_link (store, shopify_variant_id, shopify_product_id, inventory_item_id,
                                      odoo_template_id, odoo_product_id, sku)
            select store, variant, product, item, template, odoo_product, sku
            from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[])
                as link(store, variant, product, item, template, odoo_product, sku)
            order by store, variant
            on conflict (store, shopify_variant_id) do update set
                shopify_product_id = excluded.shopify_product_id, inventory_item_id = excluded.inventory_item_id,
                odoo_template_id = excluded.odoo_template_id, odoo_product_id = excluded.odoo_product_id,
                sku = excluded.sku, linked_at = now()""";

    private LinkRows() {}

    private record VariantOf(ProductLink link, VariantLink variant) {}

    static Uni<Void> store(SqlConnection transaction, Collection<ProductLink> links) {
        Map<ShopifyId, ProductLink> byProduct = new LinkedHashMap<>();
        links.forEach(link -> byProduct.put(link.productId(), link));
        Collection<ProductLink> rows = byProduct.values();
        return transaction
                .preparedQuery(STORE)
                .execute(Tuple.tuple()
                        .addValue(texts(rows, link -> link.shop().value()))
                        .addValue(longs(rows, link -> link.productId().value()))
                        .addValue(longs(rows, link -> link.templateId().value()))
                        .addValue(texts(rows, ProductLink::title))
                        .addValue(texts(
                                rows,
                                link -> link.shopify().map(ContentJson::write).orElse("")))
                        .addValue(texts(
                                rows,
                                link -> link.odoo().map(ContentJson::write).orElse(""))))
                .replaceWithVoid();
    }

    /** Those of the links, and no others of their products. */
    static Uni<Void> storeVariants(SqlConnection transaction, Collection<ProductLink> links) {
        if (links.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String store = links.iterator().next().shop().value();
        Map<ShopifyId, VariantOf> byVariant = new LinkedHashMap<>();
        links.forEach(link ->
                link.variants().forEach(variant -> byVariant.put(variant.variantId(), new VariantOf(link, variant))));
        return transaction
                .preparedQuery(CLEAR_VARIANTS)
                .execute(Tuple.of(store, longs(links, link -> link.productId().value())))
                .chain(() -> byVariant.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : transaction
                                .preparedQuery(STORE_VARIANT)
                                .execute(values(byVariant.values()))
                                .replaceWithVoid());
    }

    private static Tuple values(Collection<VariantOf> rows) {
        return Tuple.tuple()
                .addValue(texts(rows, row -> row.link().shop().value()))
                .addValue(longs(rows, row -> row.variant().variantId().value()))
                .addValue(longs(rows, row -> row.link().productId().value()))
                .addValue(longs(
                        rows,
                        row -> row.variant()
                                .inventoryItemId()
                                .map(ShopifyId::value)
                                .orElse(null)))
                .addValue(longs(rows, row -> row.link().templateId().value()))
                .addValue(longs(rows, row -> row.variant().productId().value()))
                .addValue(texts(rows, row -> row.variant().sku()));
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] longs(Collection<T> rows, Function<T, Long> number) {
        return rows.stream().map(number).toArray(Long[]::new);
    }
}

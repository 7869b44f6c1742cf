package io.shopoms.catalog.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.bus.outbox.Outbox;
import io.shopoms.catalog.cache.ProductLink.VariantLink;
import io.shopoms.model.Exchanges;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables {@code product_link} and {@code variant_link}. Storing a link whose variants are new and telling the other
 * services so is one transaction: neither happens without the other.
 */
@ApplicationScoped
@RegisterForReflection(
        targets = {VariantLinked.class, VariantLinked.Variant.class, ShopDomain.class, ShopifyId.class, OdooId.class})
public class ProductLinks {

    private static final String COLUMNS =
            "p.shopify_product_id, p.odoo_template_id, p.title, p.shopify_content, p.odoo_content,"
                    + " v.shopify_variant_id, v.inventory_item_id, v.odoo_product_id, v.sku";

    private static final String FIND = "select " + COLUMNS + """
             from product_link p left join variant_link v using (store, shopify_product_id)
            where store = $1 and %s = any($2) order by p.shopify_product_id, v.shopify_variant_id""";

    private static final String SEARCH = """
            select shopify_product_id from product_link
            where store = $1 and shopify_product_id > $2
              and ($3 = '' or title ilike '%' || $3 || '%' or shopify_product_id::text = $3
                   or odoo_template_id::text = $3
                   or exists (select from variant_link v where v.store = product_link.store
                              and v.shopify_product_id = product_link.shopify_product_id and v.sku = $3))
            order by shopify_product_id limit $4""";

    private static final String FORGET = "delete from product_link where store = $1 and shopify_product_id = $2";

    private final Database database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ProductLinks(Database database, Outbox outbox, ObjectMapper json, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** The links of those products that have one, by Shopify id. */
    public Uni<Map<Long, ProductLink>> find(ShopDomain shop, Collection<Long> productIds) {
        return links(shop, "p.shopify_product_id", productIds).map(links -> byId(links, false));
    }

    /** The links of those templates that have one, by template. */
    public Uni<Map<Long, ProductLink>> ofTemplates(ShopDomain shop, Collection<Long> templateIds) {
        return links(shop, "p.odoo_template_id", templateIds).map(links -> byId(links, true));
    }

    /**
     * Links by Shopify id.
     *
     * @param text in the title, or one of the ids, or a SKU; empty for all
     * @param afterId the last Shopify id of the page before; 0 for the first page
     */
    public Uni<List<ProductLink>> search(ShopDomain shop, String text, long afterId, int limit) {
        return database.query(SEARCH, Tuple.of(shop.value(), afterId, text, limit))
                .map(rows -> {
                    List<Long> ids = new ArrayList<>();
                    rows.forEach(row -> ids.add(row.getLong("shopify_product_id")));
                    return ids;
                })
                .chain(ids -> links(shop, "p.shopify_product_id", ids));
    }

    /**
     * Stores links.
     *
     * @param told those of them that are new or have other variants: each is announced as {@link VariantLinked}
     */
    public Uni<Void> store(List<ProductLink> links, Collection<ProductLink> told) {
        if (links.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.transaction(tx -> LinkRows.store(tx, links)
                .chain(() -> LinkRows.storeVariants(tx, told))
                .chain(() -> announce(tx, told)));
    }

    /** @param before what was remembered until now; absent if nothing was */
    public record Renewed(Optional<ProductLink> before, ProductLink now) {

        boolean saysOtherVariants() {
            return before.filter(link -> link.templateId().equals(now.templateId()))
                    .filter(link -> link.variants().equals(now.variants()))
                    .isEmpty();
        }
    }

    /** Stores those links that changed, and announces those with other variants. */
    public Uni<Void> renew(List<Renewed> renewed) {
        return store(
                renewed.stream()
                        .filter(link -> !link.before().equals(Optional.of(link.now())))
                        .map(Renewed::now)
                        .toList(),
                renewed.stream()
                        .filter(Renewed::saysOtherVariants)
                        .map(Renewed::now)
                        .toList());
    }

    /** Removes a link; false if there was none. Neither product is touched. */
    public Uni<Boolean> forget(ShopDomain shop, long productId) {
        return find(shop, List.of(productId))
                .chain(found -> database.transaction(tx -> tx.preparedQuery(FORGET)
                        .execute(Tuple.of(shop.value(), productId))
                        .chain(removed -> announce(tx, unlinked(found.values())).replaceWith(removed.rowCount() > 0))));
    }

    private static List<ProductLink> unlinked(Collection<ProductLink> links) {
        return links.stream()
                .map(link -> new ProductLink(
                        link.shop(),
                        link.productId(),
                        link.templateId(),
                        link.title(),
                        link.shopify(),
                        link.odoo(),
                        List.of()))
                .toList();
    }

    private Uni<Void> announce(SqlConnection transaction, Collection<ProductLink> told) {
        return outbox.add(
                transaction,
                told.stream()
                        .map(link -> new Outbox.Message(
                                Exchanges.EVENTS,
                                VariantLinked.ROUTING_KEY,
                                Map.of("content-type", "application/json"),
                                write(event(link)).getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }

    private VariantLinked event(ProductLink link) {
        return new VariantLinked(
                link.shop(),
                link.productId(),
                link.templateId(),
                link.variants().stream()
                        .map(variant -> new VariantLinked.Variant(
                                variant.variantId(),
                                variant.inventoryItemId().orElse(null),
                                variant.productId(),
                                variant.sku()))
                        .toList(),
                clock.instant());
    }

    private Uni<List<ProductLink>> links(ShopDomain shop, String column, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return database.query(FIND.formatted(column), Tuple.of(shop.value(), ids.toArray(Long[]::new)))
                .map(rows -> {
                    Map<Long, Row> products = new LinkedHashMap<>();
                    Map<Long, List<VariantLink>> variants = new HashMap<>();
                    rows.forEach(row -> {
                        long id = row.getLong("shopify_product_id");
                        products.putIfAbsent(id, row);
                        variant(row)
                                .ifPresent(variant -> variants.computeIfAbsent(id, key -> new ArrayList<>())
                                        .add(variant));
                    });
                    return products.entrySet().stream()
                            .map(entry ->
                                    link(shop, entry.getValue(), variants.getOrDefault(entry.getKey(), List.of())))
                            .toList();
                });
    }

    private static Map<Long, ProductLink> byId(List<ProductLink> links, boolean template) {
        Map<Long, ProductLink> byId = new HashMap<>();
        links.forEach(link ->
                byId.put(template ? link.templateId().value() : link.productId().value(), link));
        return byId;
    }

    private static ProductLink link(ShopDomain shop, Row row, List<VariantLink> variants) {
        return new ProductLink(
                shop,
                new ShopifyId(row.getLong("shopify_product_id")),
                new OdooId(row.getLong("odoo_template_id")),
                row.getString("title"),
                ContentJson.read(row.getString("shopify_content")),
                ContentJson.read(row.getString("odoo_content")),
                variants);
    }

    private static Optional<VariantLink> variant(Row row) {
        Long id = row.getLong("shopify_variant_id");
        return id == null
                ? Optional.empty()
                : Optional.of(new VariantLink(
                        new ShopifyId(id),
                        Optional.ofNullable(row.getLong("inventory_item_id")).map(ShopifyId::new),
                        new OdooId(row.getLong("odoo_product_id")),
                        row.getString("sku")));
    }

    private String write(VariantLinked event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.shopoms.catalog.cache;

import io.shopoms.catalog.product.Variant;
import io.shopoms.catalog.shopify.ProductJson;
import io.shopoms.catalog.shopify.ProductRecord;
import io.shopoms.catalog.shopify.ShopifyProduct;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shopify's products, the newest version of each. A deleted one is a version too, of the time of its deletion: an update
 * that was sent before and arrives after it is older, and stays without effect.
 */
@ApplicationScoped
public class ProductCache implements CacheKind {

    /** The name in {@code /api/cache/products}. */
    public static final String KIND = "products";

    private static final Set<String> TOPICS = Set.of("products/create", "products/update", "products/delete");

    ProductCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_product_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(
                CacheColumn.searchable("title"),
                CacheColumn.searchable("handle"),
                CacheColumn.searchable("vendor"),
                CacheColumn.searchable("skus"));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return TOPICS.contains(topic.value());
    }

    @Override
    public RecordKey key(RawRecord raw) {
        try {
            ProductRecord record = ProductJson.decode(raw.format(), raw.text());
            return record.product().map(ProductCache::known).orElseGet(() -> deleted(raw, record));
        } catch (SyncFailureException e) {
            // A product of which one field makes no sense waits in its own row, with that field named: people look
            // there.
            return ProductJson.version(raw.format(), raw.text())
                    .map(version -> unread(raw, version))
                    .orElseThrow(() -> e);
        }
    }

    private static RecordKey known(ShopifyProduct product) {
        Map<String, String> columns = new HashMap<>();
        columns.put("handle", product.handle());
        product.content().title().ifPresent(title -> columns.put("title", title));
        product.content().vendor().ifPresent(vendor -> columns.put("vendor", vendor));
        columns.put("skus", skus(product));
        return new RecordKey(
                product.id().value(),
                product.updatedAt(),
                // Of a product that is told in part, any version may bring news in what is not told.
                ProductJson.content(product) + (product.complete() ? "" : product.updatedAt()),
                columns);
    }

    private static String skus(ShopifyProduct product) {
        return product.content().variants().stream()
                .map(Variant::sku)
                .flatMap(Optional::stream)
                .filter(sku -> !sku.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static RecordKey deleted(RawRecord raw, ProductRecord record) {
        return new RecordKey(record.id().value(), raw.triggeredAt().orElse(raw.receivedAt()), "deleted", Map.of());
    }

    private static RecordKey unread(RawRecord raw, ProductJson.Version version) {
        return new RecordKey(
                version.id().value(),
                version.updatedAt(),
                raw.text(),
                version.title().map(title -> Map.of("title", title)).orElse(Map.of()));
    }
}

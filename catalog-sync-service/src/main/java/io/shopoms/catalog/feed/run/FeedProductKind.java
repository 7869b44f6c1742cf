package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.product.Product;
import io.shopoms.catalog.product.Variant;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Products that feeds hold, or held, on their way to Shopify; only those that are new or changed become due. */
@Singleton
public class FeedProductKind implements CacheKind {

    public static final String NAME = "feed-products";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String table() {
        return "feed_product_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(
                CacheColumn.searchable("feed"),
                CacheColumn.searchable("product_key"),
                CacheColumn.searchable("run"),
                CacheColumn.searchable("title"),
                CacheColumn.searchable("skus"));
    }

    /** They come from files, never from a webhook. */
    @Override
    public boolean claims(WebhookTopic topic) {
        return false;
    }

    @Override
    public RecordKey key(RawRecord raw) {
        FeedRecord record = FeedRecord.read(raw.text());
        Map<String, String> columns = new HashMap<>();
        columns.put("feed", record.feed());
        columns.put("product_key", record.key());
        columns.put("run", record.run().toString());
        record.content().flatMap(Product::title).ifPresent(title -> columns.put("title", title));
        record.content().ifPresent(product -> columns.put("skus", skus(product)));
        String content = record.content()
                .map(FeedRecord::write)
                .orElseGet(() -> record.deletePolicy().name());
        return new RecordKey(record.recordId(), record.runAt(), content + record.policy(), columns);
    }

    private static String skus(Product product) {
        return product.variants().stream()
                .map(Variant::sku)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}

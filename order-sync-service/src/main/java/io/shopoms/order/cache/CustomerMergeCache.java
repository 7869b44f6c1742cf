package io.shopoms.order.cache;

import io.shopoms.model.WebhookTopic;
import io.shopoms.order.shopify.CustomerJson;
import io.shopoms.order.shopify.CustomerMerge;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * Merges of Shopify's customers, by the number of the one who is gone. Apart from the customers themselves, so that the
 * deletion which comes with a merge does not take its place.
 */
@ApplicationScoped
public class CustomerMergeCache implements CacheKind {

    /** The name in {@code /api/cache/customer-merges}. */
    public static final String KIND = "customer-merges";

    CustomerMergeCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "customer_merge_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(CacheColumn.searchable("kept"));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return topic.value().equals("customers/merge");
    }

    @Override
    public RecordKey key(RawRecord raw) {
        CustomerMerge merge = CustomerJson.merge(raw.text());
        return new RecordKey(
                merge.deleted().value(),
                raw.triggeredAt().orElse(raw.receivedAt()),
                merge.kept() + " " + merge.completed(),
                Map.of("kept", merge.kept().toString()));
    }
}

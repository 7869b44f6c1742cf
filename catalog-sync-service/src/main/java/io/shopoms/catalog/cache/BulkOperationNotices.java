package io.shopoms.catalog.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Webhooks that tell that a bulk operation of Shopify ended; they do not carry its file. */
@ApplicationScoped
public class BulkOperationNotices implements CacheKind {

    /** The name in {@code /api/cache/bulk-operations}. */
    public static final String KIND = "bulk-operations";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    BulkOperationNotices() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_bulk_operation";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of();
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return topic.value().equals("bulk_operations/finish");
    }

    @Override
    public RecordKey key(RawRecord raw) {
        return new RecordKey(id(raw.text()).value(), raw.triggeredAt().orElse(raw.receivedAt()), raw.text(), Map.of());
    }

    private static ShopifyId id(String raw) {
        try {
            JsonNode notice = MAPPER.readTree(raw);
            return ShopifyId.parse(notice.path("admin_graphql_api_id").asText());
        } catch (IOException | IllegalArgumentException e) {
            throw new SyncFailureException(new InvalidPayload(
                    "the notice names no bulk operation",
                    "Nothing to do: whoever waits for the operation looks at it by itself."));
        }
    }
}

package io.shopoms.order.cache;

import io.shopoms.model.WebhookTopic;
import io.shopoms.order.shopify.PrivacyRequest;
import io.shopoms.order.shopify.PrivacyRequest.What;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What customers and shops ask for by law. */
@ApplicationScoped
public class PrivacyRequestCache implements CacheKind {

    /** The name in {@code /api/cache/privacy-requests}. */
    public static final String KIND = "privacy-requests";

    PrivacyRequestCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "privacy_request_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(CacheColumn.searchable("topic"), CacheColumn.searchable("subject"));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return Arrays.stream(What.values()).anyMatch(what -> what.topic().equals(topic.value()));
    }

    @Override
    public RecordKey key(RawRecord raw) {
        PrivacyRequest request = PrivacyRequest.of(raw.text());
        return new RecordKey(
                request.recordId(),
                raw.triggeredAt().orElse(raw.receivedAt()),
                request.orders().toString(),
                Map.of("topic", request.what().topic(), "subject", String.valueOf(request.subject())));
    }
}

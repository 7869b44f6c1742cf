package io.shopoms.order.cache;

import io.shopoms.model.WebhookTopic;
import io.shopoms.order.shopify.OrderSignal;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Webhooks that tell of an order without carrying it; the latest of each order. {@code returns/update} and {@code
 * returns/process} are not among them: they do not name the order.
 */
@ApplicationScoped
public class OrderSignals implements CacheKind {

    /** The name in {@code /api/cache/order-signals}. */
    public static final String KIND = "order-signals";

    private static final Set<String> TOPICS = Set.of(
            "orders/edited",
            "orders/delete",
            "refunds/create",
            "order_transactions/create",
            "returns/request",
            "returns/approve",
            "returns/decline",
            "returns/cancel",
            "returns/close",
            "returns/reopen",
            "fulfillments/create",
            "fulfillments/update");

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_order_signal";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of();
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return TOPICS.contains(topic.value());
    }

    /** Every event is news: its whole text is its content. */
    @Override
    public RecordKey key(RawRecord raw) {
        OrderSignal signal = OrderSignal.of(raw.text());
        return new RecordKey(
                signal.order().value(),
                signal.at().or(raw::triggeredAt).orElse(raw.receivedAt()),
                raw.text(),
                Map.of());
    }
}

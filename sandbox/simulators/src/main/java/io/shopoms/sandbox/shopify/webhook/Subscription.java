package io.shopoms.sandbox.shopify.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * A wish to be told.
 *
 * @param topic {@code orders/create}
 * @param target the whole address
 * @param byApi made through the Admin API; such a subscription is deleted when its address keeps failing
 */
public record Subscription(
        long id,
        String topic,
        URI target,
        List<String> includeFields,
        String filter,
        String name,
        boolean byApi,
        Instant createdAt,
        Instant updatedAt) {

    /** {@code ORDERS_CREATE}. */
    public String graphqlTopic() {
        return topic.toUpperCase(Locale.ROOT).replace('/', '_').replace('.', '_');
    }

    Subscription to(URI newTarget, Instant now) {
        return new Subscription(id, topic, newTarget, includeFields, filter, name, byApi, createdAt, now);
    }
}

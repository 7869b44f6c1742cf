package io.shopoms.sync.cache;

import io.shopoms.model.WebhookTopic;
import java.util.List;

/**
 * One kind of cached record, with a table of its own in the service's schema. A service has one bean for each.
 */
public interface CacheKind {

    /** The name in {@code /api/cache/{kind}}, in metrics and logs: {@code orders}. */
    String name();

    /** The table, created by the service's own migration from the template in {@code docs/architecture.md}. */
    String table();

    /** The domain's own columns. */
    List<CacheColumn> columns();

    /** Whether webhooks of this topic carry such records. */
    boolean claims(WebhookTopic topic);

    /**
     * Reads what the engine must know. Pure, and called on an event loop: no I/O.
     *
     * @throws io.shopoms.sync.failure.SyncFailureException with {@code InvalidPayload} if the text is not such a record
     */
    RecordKey key(RawRecord raw);
}

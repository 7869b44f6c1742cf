package io.shopoms.catalog.feed.run;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that this process works on.
 *
 * @param confirmed whether a person allowed what it would remove: then what is staged is handed over
 * @param products how many products it had read when it began to wait
 * @param attempts tries so far, this one included
 * @param owner under which its lease is held
 */
record FeedRun(
        UUID id,
        String config,
        ShopDomain store,
        boolean dryRun,
        boolean confirmed,
        long products,
        int attempts,
        Instant createdAt,
        UUID owner) {}

package io.shopoms.catalog.feed.run;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.UUID;

/**
 * A run that this process works on.
 *
 * @param confirmed whether a person allowed what it would remove: then what is staged is handed over
 * @param revision of the configuration that it was read with
 * @param products how many products it had read when it began to wait
 * @param unreadable how many rows could not be read then
 * @param attempts tries so far, this one included
 * @param owner under which its lease is held
 */
record FeedRun(
        UUID id,
        String config,
        ShopDomain store,
        boolean dryRun,
        boolean confirmed,
        long revision,
        long products,
        long unreadable,
        int attempts,
        Instant createdAt,
        UUID owner) {}

package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A record as it was received, before anything is known of it.
 *
 * @param store whose record it is
 * @param format how {@code text} is spelled
 * @param text the exact text
 * @param triggeredAt when its source says that it was sent; for a record that we fetched, when we asked
 * @param receivedAt when shopOMS got it
 */
public record RawRecord(
        ShopDomain store, RawFormat format, String text, Optional<Instant> triggeredAt, Instant receivedAt) {

    public RawRecord {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(triggeredAt, "triggeredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
    }
}

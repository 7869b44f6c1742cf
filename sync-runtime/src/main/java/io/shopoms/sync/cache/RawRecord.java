package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookTopic;
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
 * @param traceId of the W3C trace that it came with, 32 hexadecimal digits; for log lines
 * @param topic of the webhook that brought it; empty for a record that we fetched or stored
 */
public record RawRecord(
        ShopDomain store,
        RawFormat format,
        String text,
        Optional<Instant> triggeredAt,
        Instant receivedAt,
        Optional<String> traceId,
        Optional<WebhookTopic> topic) {

    /** A record that we fetched: nobody's trace led to it. */
    public RawRecord(
            ShopDomain store, RawFormat format, String text, Optional<Instant> triggeredAt, Instant receivedAt) {
        this(store, format, text, triggeredAt, receivedAt, Optional.empty(), Optional.empty());
    }

    public RawRecord {
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(triggeredAt, "triggeredAt");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(topic, "topic");
    }
}

package io.shopoms.inventory.shopify;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A mutation whose outcome is not known yet: stored before it is sent, removed together with what it brought about. Sent
 * again with the same key and the same lines, it is carried out once.
 *
 * @param key for {@code @idempotent}; Shopify keeps it 24 hours
 * @param lines in the order in which they are sent
 * @param openedAt when it was stored
 */
public record OpenWrite(UUID key, List<LevelWrite> lines, Instant openedAt) {

    public OpenWrite {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(openedAt, "openedAt");
        lines = List.copyOf(lines);
    }
}

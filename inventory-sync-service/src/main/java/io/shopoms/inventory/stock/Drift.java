package io.shopoms.inventory.stock;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A difference that stayed unexplained: someone changed the stock in Shopify, or another app did.
 *
 * @param id names it, also in Odoo when it is adopted
 * @param key at which level
 * @param before what Shopify should have had
 * @param after what it had
 * @param since when it was seen
 * @param decision what is done about it
 */
public record Drift(UUID id, LevelKey key, long before, long after, Instant since, Decision decision) {

    public Drift {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(decision, "decision");
    }

    /** Negative if Shopify had less than it should. */
    public long units() {
        return after - before;
    }

    /** By the store's policy, or by a person. */
    public enum Decision {
        /** Odoo is right: the next number overwrites it. */
        CORRECT,
        /** Shopify is right: Odoo's stock is adjusted by the difference. */
        ADOPT,
        /** It stays in the number, and waits for a person. */
        SHOW
    }
}

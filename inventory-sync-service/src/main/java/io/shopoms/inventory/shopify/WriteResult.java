package io.shopoms.inventory.shopify;

import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.sync.failure.SyncFailure;
import java.time.Instant;
import java.util.UUID;

/** What became of one {@link LevelWrite}. */
public sealed interface WriteResult {

    LevelWrite line();

    default LevelKey key() {
        return line().key();
    }

    /**
     * Shopify has the number.
     *
     * @param write under which it was sent; to be closed together with storing this
     * @param at Shopify's date of the change
     */
    record Written(LevelWrite line, UUID write, Instant at) implements WriteResult {}

    /** Certainly not carried out; usually Shopify had another value than {@link LevelWrite#from}: read again, decide again. */
    record Stale(LevelWrite line) implements WriteResult {}

    /** Shopify refuses this line, and would again unless what the failure names changes; the others were not touched. */
    record Refused(LevelWrite line, SyncFailure failure) implements WriteResult {}

    /** Certainly not carried out, and nothing is wrong with it: not now. The next number is computed anew. */
    record Postponed(LevelWrite line, SyncFailure failure) implements WriteResult {}

    /** No answer: the write stays open and is repeated before anything else is decided for this level. */
    record Unknown(LevelWrite line, SyncFailure failure) implements WriteResult {}
}

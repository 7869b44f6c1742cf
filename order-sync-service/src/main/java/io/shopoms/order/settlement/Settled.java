package io.shopoms.order.settlement;

import io.shopoms.sync.failure.SyncFailure;
import java.util.List;
import java.util.Optional;

/**
 * What became of the accounting of one order.
 *
 * @param done what was done, in words
 * @param problem why it could not be finished
 */
public record Settled(List<String> done, Optional<SyncFailure> problem) {

    /** For an order that policy asks nothing for. */
    public static final Settled NOTHING = new Settled(List.of(), Optional.empty());

    public Settled {
        done = List.copyOf(done);
    }
}

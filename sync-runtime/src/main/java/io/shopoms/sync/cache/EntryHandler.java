package io.shopoms.sync.cache;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Brings the other system to the state that cached records call for. One bean for each {@link CacheKind}.
 *
 * <p>Level-triggered: it is told that records changed, not how. It may be called again for a record that it handled
 * before, after a crash or by a person's wish, and must then end in the same state.
 */
public interface EntryHandler {

    /** The {@link CacheKind#name()} that it handles. */
    String kind();

    /**
     * Handles a batch of one store. The answer holds an outcome for every entry; an entry that is missing from it is
     * tried again.
     *
     * <p>A failing {@code Uni} means that nothing is known of any entry. If it carries a {@code SyncFailureException} of
     * kind transient or misconfigured, that holds for the whole batch; after any other failure the engine calls again
     * with one entry at a time, so that one bad record never blocks another.
     */
    Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries);
}

package io.shopoms.sync.cache;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** How many entries it is given at once, at most; empty for {@link ProcessingConfig#batchSize()}. */
    default OptionalInt batchSize() {
        return OptionalInt.empty();
    }

    /** The longest that one call may take; empty for {@link ProcessingConfig#handlerDeadline()}. */
    default Optional<Duration> deadline() {
        return Optional.empty();
    }

    /**
     * Whether it writes to Odoo. All that do share the places that their Odoo has for batches in work; the others have places
     * of their store, so that neither waits for the other.
     */
    default boolean writesToOdoo() {
        return true;
    }
}

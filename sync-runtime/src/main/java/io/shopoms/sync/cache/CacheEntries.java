package io.shopoms.sync.cache;

import io.shopoms.model.ShopDomain;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** The way into the cache for records that no webhook brought: a backfill's pages, a poll's findings. */
public interface CacheEntries {

    /**
     * Stores records under the rules of the cache (an older one never replaces a newer one, an equal one changes
     * nothing) in one transaction, and wakes the processor. A record that cannot be understood is kept in
     * {@code rejected_message} and counted.
     */
    Uni<Stored> store(CacheKind kind, List<RawRecord> records);

    /**
     * Makes waiting rows due at once: what they waited for may be there now. Rows that are processed, FAILED or unknown
     * are left alone.
     *
     * @return how many rows became due
     */
    Uni<Integer> wake(CacheKind kind, ShopDomain store, Collection<Long> recordIds);

    /**
     * Makes processed or FAILED rows due again with fresh attempts: something else that the result depends on changed.
     *
     * @return how many rows became due
     */
    Uni<Integer> reprocess(CacheKind kind, ShopDomain store, Collection<Long> recordIds);

    /** How many of the given records were new, newer, without news (equal or older), and not understood. */
    record Stored(int created, int updated, int skipped, int rejected) {}
}

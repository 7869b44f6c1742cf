package io.shopoms.order;

import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;

/** One entry after the other; one that fails does not hold the others back, unless all would fail alike. */
final class EachEntry {

    private EachEntry() {}

    /** @param work answers what was done, in words for people */
    static Uni<List<Outcome>> of(List<CacheEntry> entries, Function<CacheEntry, Uni<String>> work) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUniAndConcatenate(entry -> Uni.createFrom()
                        .deferred(() -> work.apply(entry))
                        .<Outcome>map(note -> new Outcome.Processed(entry.recordId(), note))
                        .onFailure(EachEntry::concernsOneEntry)
                        .recoverWithItem(failure ->
                                new Outcome.Failed(entry.recordId(), ((SyncFailureException) failure).failure())))
                .collect()
                .asList();
    }

    private static boolean concernsOneEntry(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof Misconfigured);
    }
}

package io.shopoms.sync.cache;

import io.shopoms.sync.cache.RowVersion.RowId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Collapses the versions of a batch to one for each row, because one statement may name a row once: the newest, with every
 * value that is kept once any version had it.
 */
final class NewestWins {

    private final List<CacheColumn> columns;

    NewestWins(List<CacheColumn> columns) {
        this.columns = columns;
    }

    /** @param versions in order of arrival */
    Collection<RowVersion> collapse(List<RowVersion> versions) {
        SortedMap<RowId, RowVersion> newest = new TreeMap<>();
        for (RowVersion version : versions) {
            newest.merge(version.id(), version, this::choose);
        }
        return newest.values();
    }

    private RowVersion choose(RowVersion earlier, RowVersion later) {
        RowVersion chosen = later.notOlderThan(earlier) ? later : earlier;
        RowVersion other = chosen == later ? earlier : later;
        for (CacheColumn column : columns) {
            Optional<String> kept = column.keptOnce();
            if (kept.isPresent() && kept.get().equals(other.columns().get(column.name()))) {
                chosen = chosen.withColumn(column.name(), kept.get());
            }
        }
        return chosen;
    }
}

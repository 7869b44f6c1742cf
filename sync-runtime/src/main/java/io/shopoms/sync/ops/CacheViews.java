package io.shopoms.sync.ops;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.shopoms.sync.cache.CacheQueries.Group;
import io.shopoms.sync.cache.CacheRow;
import io.shopoms.sync.cache.CacheStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How cache rows look in answers. Ids are texts: a JavaScript number cannot hold all of them. */
final class CacheViews {

    private CacheViews() {}

    /** Why a row is not processed. */
    record FailureView(String kind, String message, String remedy) {}

    record RowView(
            String store,
            String id,
            CacheStatus status,
            Map<String, String> columns,
            long version,
            int attempts,
            Instant nextAttemptAt,
            boolean inWork,
            FailureView failure,
            String note,
            Instant sourceUpdatedAt,
            Instant triggeredAt,
            Instant receivedAt,
            Instant pendingSince,
            Instant processedAt) {}

    /** @param raw the record exactly as received */
    record WholeRowView(@JsonUnwrapped RowView row, String format, String raw, List<String> history) {}

    record StoreCounts(
            long pending, long processed, long failed, Map<String, Long> byFailure, Long oldestPendingSeconds) {}

    record StatusView(String kind, Map<String, StoreCounts> stores) {}

    static RowView row(CacheRow row) {
        return new RowView(
                row.store().value(),
                Long.toString(row.recordId()),
                row.status(),
                new TreeMap<>(row.columns()),
                row.version(),
                row.attempts(),
                row.status() == CacheStatus.PENDING ? row.nextAttemptAt() : null,
                row.inWork(),
                row.failureKind()
                        .map(kind -> new FailureView(
                                kind,
                                row.failureMessage().orElse(""),
                                row.failureRemedy().orElse("")))
                        .orElse(null),
                row.note().orElse(null),
                row.sourceUpdatedAt(),
                row.triggeredAt().orElse(null),
                row.receivedAt(),
                row.status() == CacheStatus.PENDING ? row.pendingSince() : null,
                row.processedAt().orElse(null));
    }

    static WholeRowView whole(CacheRow row) {
        return new WholeRowView(row(row), row.format().name(), row.raw().orElse(""), row.history());
    }

    static StatusView status(String kind, List<Group> groups, Instant now) {
        Map<String, StoreCounts> stores = new TreeMap<>();
        groups.stream().map(group -> group.store().value()).distinct().forEach(store -> {
            List<Group> own =
                    groups.stream().filter(g -> g.store().value().equals(store)).toList();
            stores.put(store, counts(own, now));
        });
        return new StatusView(kind, stores);
    }

    private static StoreCounts counts(List<Group> groups, Instant now) {
        Map<String, Long> byFailure = new TreeMap<>();
        groups.forEach(group -> group.failure().ifPresent(kind -> byFailure.merge(kind, group.rows(), Long::sum)));
        Optional<Instant> oldest =
                groups.stream().flatMap(group -> group.oldest().stream()).min(Instant::compareTo);
        return new StoreCounts(
                sum(groups, CacheStatus.PENDING),
                sum(groups, CacheStatus.PROCESSED),
                sum(groups, CacheStatus.FAILED),
                byFailure,
                oldest.map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                        .orElse(null));
    }

    private static long sum(List<Group> groups, CacheStatus status) {
        return groups.stream()
                .filter(group -> group.status() == status)
                .mapToLong(Group::rows)
                .sum();
    }
}

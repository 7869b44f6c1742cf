package io.shopoms.catalog.ops;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.shopoms.catalog.feed.run.RecordResult;
import io.shopoms.catalog.feed.run.RunLog;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How runs are answered. */
final class RunViews {

    private RunViews() {}

    record RunView(
            String id,
            String config,
            String store,
            String status,
            boolean dryRun,
            String requestedBy,
            Instant createdAt,
            Instant startedAt,
            Instant finishedAt,
            String checksum,
            RunLog.Counters counters,
            Map<String, Long> results,
            String message,
            RunLog.Failure failure) {}

    /** @param changes field by field, before and after */
    record ResultView(
            String record,
            String result,
            String message,
            String remedy,
            @JsonRawValue String changes) {}

    static List<RunView> of(List<RunLog> logs) {
        return logs.stream().map(RunViews::of).toList();
    }

    static RunView of(RunLog log) {
        return new RunView(
                log.id().toString(),
                log.config(),
                log.store(),
                log.status().name().toLowerCase(Locale.ROOT),
                log.dryRun(),
                log.requestedBy(),
                log.createdAt(),
                log.startedAt().orElse(null),
                log.finishedAt().orElse(null),
                log.checksum().orElse(null),
                log.counters(),
                log.results(),
                log.message().orElse(null),
                log.failure().orElse(null));
    }

    static List<ResultView> results(List<RecordResult> results) {
        return results.stream()
                .map(result -> new ResultView(
                        result.record(),
                        result.result().name().toLowerCase(Locale.ROOT),
                        result.message(),
                        result.remedy().orElse(null),
                        result.changes().orElse(null)))
                .toList();
    }
}

package io.shopoms.sync.cache;

import io.shopoms.model.MessageHeaders;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.RecordReader.NotUnderstood;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores what jobs and polls found, under the same rules as webhooks. */
@ApplicationScoped
class StoredEntries implements CacheEntries {

    private final CacheWriter writer;
    private final CacheProcessor processor;
    private final Map<String, CacheClaims> claims = new HashMap<>();

    StoredEntries(CacheWriter writer, CacheProcessor processor, CacheKinds kinds, Database database, Clock clock) {
        this.writer = writer;
        this.processor = processor;
        kinds.all().forEach(kind -> claims.put(kind.name(), new CacheClaims(database, kind, clock)));
    }

    @Override
    public Uni<Stored> store(CacheKind kind, List<RawRecord> records) {
        return Uni.createFrom()
                .deferred(() -> writer.write(
                        records.stream().map(raw -> arrival(kind, raw)).toList()));
    }

    @Override
    public Uni<Integer> wake(CacheKind kind, ShopDomain store, Collection<Long> recordIds) {
        return claims.get(kind.name()).wake(store, recordIds).invoke(due -> wakeFor(due, kind, store));
    }

    @Override
    public Uni<Integer> reprocess(CacheKind kind, ShopDomain store, Collection<Long> recordIds) {
        return claims.get(kind.name()).reprocess(store, recordIds).invoke(due -> wakeFor(due, kind, store));
    }

    /** Looking for work costs a statement; where nothing became due there is none. */
    private void wakeFor(int due, CacheKind kind, ShopDomain store) {
        if (due > 0) {
            processor.wake(kind, store);
        }
    }

    private static Arrival arrival(CacheKind kind, RawRecord raw) {
        Map<String, String> headers = raw.triggeredAt()
                .map(at -> Map.of(MessageHeaders.TRIGGERED_AT, at.toString()))
                .orElse(Map.of());
        Rejection.Source source = new Rejection.Source(
                Optional.of(raw.store().value()),
                Optional.empty(),
                Optional.empty(),
                raw.format(),
                headers,
                raw.text().getBytes(StandardCharsets.UTF_8),
                raw.receivedAt());
        try {
            return new Arrival(source, Optional.empty(), List.of(RecordReader.read(kind, raw)), List.of());
        } catch (NotUnderstood e) {
            Rejection rejection = new Rejection(Optional.of(kind.name()), source, e.getMessage());
            return new Arrival(source, Optional.empty(), List.of(), List.of(rejection));
        }
    }
}

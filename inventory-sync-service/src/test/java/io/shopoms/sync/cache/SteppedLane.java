package io.shopoms.sync.cache;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What the engine does with the due rows of one kind, without its timers: claim, handle, judge, store. */
public final class SteppedLane {

    private final Claims claims;
    private final HandlerCalls handler;
    private final ProcessingConfig config;

    public SteppedLane(
            CacheKind kind,
            EntryHandler handler,
            Database database,
            ProcessingConfig config,
            RandomGenerator random,
            Clock clock) {
        this.claims = new CacheClaims(database, kind, clock);
        this.config = config;
        this.handler = new HandlerCalls(handler, config, new Verdicts(config, new RetryPolicy(random)));
    }

    /** What became of a row. */
    public record Judged(long recordId, boolean processed, Optional<String> failure) {}

    /** Works on what is due, at most so many rows. */
    public Uni<List<Judged>> work(Store store, UUID owner, int most) {
        return claims.claim(store.shop(), owner, most, config)
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : handler.handle(store, claimed)
                                .call(verdicts -> claims.write(store.shop(), owner, verdicts))
                                .map(verdicts -> verdicts.stream()
                                        .map(SteppedLane::judged)
                                        .toList()));
    }

    /** Keeps what was claimed. */
    public Uni<Integer> renew(Store store, UUID owner) {
        return claims.renew(store.shop(), owner, config);
    }

    private static Judged judged(Verdict verdict) {
        return new Judged(
                verdict.claimed().entry().recordId(),
                verdict.status() == CacheStatus.PROCESSED,
                verdict.failure().map(failure -> failure.kind() + ": " + failure.message()));
    }

    /** An engine that looks for nothing by itself. */
    public static CacheProcessor idle(Stores stores, Database database, ProcessingConfig config, Clock clock) {
        return new CacheProcessor(
                new CacheKinds(List.of(), List.of(), List.of()),
                stores,
                database,
                config,
                new RetryPolicy(RandomGenerator.getDefault()),
                new AttemptReport(new SimpleMeterRegistry(), clock),
                clock);
    }

    /** The kinds without those who work on them. */
    public static CacheKinds kinds(List<CacheKind> kinds) {
        return new CacheKinds(kinds, List.of(), List.of());
    }

    /** The way into the cache. */
    public static CacheWriter writer(
            Database database,
            RejectedMessages rejected,
            CacheProcessor processor,
            List<CacheKind> kinds,
            List<IntakeParticipant> participants) {
        return new CacheWriter(database, rejected, processor, new CacheKinds(kinds, List.of(), participants));
    }
}

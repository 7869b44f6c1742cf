package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.shopoms.catalog.feed.config.FeedConfigs;
import io.shopoms.catalog.feed.config.FeedConfigs.Stored;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.catalog.feed.connect.FeedFetcher;
import io.shopoms.catalog.feed.connect.FetchResult.Fetched;
import io.shopoms.catalog.feed.connect.FetchResult.Validators;
import io.shopoms.catalog.feed.run.FeedRuns.Before;
import io.shopoms.catalog.feed.run.FeedStage.Counts;
import io.shopoms.catalog.feed.run.RunLog.Counters;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** One run, from the file to the cache: fetch, stage, look whether it is unusual, hand over. */
@Singleton
class FeedWork {

    private final FeedFetcher fetcher;
    private final FeedConfigs configs;
    private final FeedRuns runs;
    private final FeedStage stage;
    private final FeedResults results;
    private final FeedHandover handover;
    private final FeedDryRun dryRun;
    private final FeedPolicy policy;
    private final FeedSettings settings;

    FeedWork(
            FeedFetcher fetcher,
            FeedConfigs configs,
            FeedRuns runs,
            FeedStage stage,
            FeedResults results,
            FeedHandover handover,
            FeedDryRun dryRun,
            FeedPolicy policy,
            FeedSettings settings) {
        this.fetcher = fetcher;
        this.configs = configs;
        this.runs = runs;
        this.stage = stage;
        this.results = results;
        this.handover = handover;
        this.dryRun = dryRun;
        this.policy = policy;
        this.settings = settings;
    }

    /** @param unreadable rows that could not be read: any of them may stand for a product that then only seems missing */
    private record Read(long rows, long unreadable) {

        Read plus(FeedBatch batch) {
            return new Read(rows + batch.rows(), unreadable + batch.unreadable().size());
        }
    }

    Uni<RunStatus> run(FeedRun run, Stored stored) {
        return run.confirmed() ? confirmed(run, stored.config()) : fetched(run, stored);
    }

    /**
     * Forgets what a run has read that takes no effect; a confirmed one goes on with it at its next try.
     *
     * @param again whether there is a next try
     */
    Uni<Void> discard(FeedRun run, boolean again) {
        return again && run.confirmed() ? Uni.createFrom().voidItem() : stage.clear(run);
    }

    private Uni<RunStatus> fetched(FeedRun run, Stored stored) {
        return runs.before(stored.config(), policy.of(run.store()))
                .chain(before -> fetcher.fetch(
                                stored.config().connection(),
                                configs.secrets(stored),
                                run.dryRun() ? Validators.NONE : before.validators())
                        .chain(result -> result instanceof Fetched file
                                ? read(run, stored.config(), file, before)
                                        .onTermination()
                                        .invoke(() -> delete(file))
                                : unchanged(run)));
    }

    private Uni<RunStatus> read(FeedRun run, FeedConfig config, Fetched file, Before before) {
        return runs.fetched(run, file, config.revision(), policy.of(run.store()))
                .chain(() -> before.checksum().filter(file.checksum()::equals).isPresent() && !run.dryRun()
                        ? unchanged(run)
                        : stage(run, config, file).chain(read -> judged(run, config, read, before)));
    }

    private Uni<RunStatus> unchanged(FeedRun run) {
        return ended(run, RunStatus.UNCHANGED, Optional.of("it is the file that was read before"));
    }

    private Uni<Read> stage(FeedRun run, FeedConfig config, Fetched file) {
        return stage.clear(run)
                .chain(() -> results.clear(run))
                .chain(() -> Uni.createFrom()
                        .item(() -> new FeedReading(file.file(), config, settings.maxUnreadableRows()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .chain(reading -> batches(run, reading).onTermination().invoke(() -> close(reading)))
                .call(() -> merged(run))
                .call(() -> runs.hold(run))
                .call(() -> stage.refuseContested(run))
                .call(() -> results.refused(run));
    }

    /** One batch is read after the one before is stored: so memory holds one, however slow the database is. */
    private Uni<Read> batches(FeedRun run, FeedReading reading) {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(reading::next)
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .call(() -> runs.hold(run))
                        .call(batch -> stage.add(run, batch.products(), policy.of(run.store())))
                        .call(batch -> results.save(run, batch.unreadable())))
                .whilst(batch -> !batch.last())
                .onItem()
                .scan(() -> new Read(0, 0), Read::plus)
                .collect()
                .last();
    }

    private Uni<Void> merged(FeedRun run) {
        return Multi.createBy()
                .repeating()
                .uni(() -> stage.split(run)
                        .call(split -> split.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : stage.replace(
                                        run,
                                        split.stream().map(SplitProduct::merged).toList(),
                                        policy.of(run.store()))))
                .whilst(split -> !split.isEmpty())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<RunStatus> judged(FeedRun run, FeedConfig config, Read read, Before before) {
        boolean remove = read.unreadable() == 0;
        return runs.hold(run)
                .chain(() -> stage.count(run))
                .call(counts -> runs.counted(run, counters(read, counts)))
                .chain(counts -> {
                    if (read.rows() > 0 && counts.products() == 0) {
                        throw new SyncFailureException(new InvalidPayload(
                                "The feed cannot be read: none of its " + read.rows() + " rows makes sense",
                                "Look whether format, format_options and mapping fit the file. Nothing was removed."));
                    }
                    Optional<String> question =
                            RemovalGuard.question(config, counts, remove, read.rows(), before.rows());
                    if (run.dryRun()) {
                        return dryRun.run(run, config, remove)
                                .call(() -> stage.clear(run))
                                .chain(() -> ended(
                                        run,
                                        RunStatus.COMPLETED,
                                        question.map(text -> "it " + text + ", and would wait to be confirmed")));
                    }
                    return question.isPresent()
                            ? ended(
                                    run,
                                    RunStatus.WAITING,
                                    question.map(text -> "It " + text
                                            + ". Nothing was changed. Confirm this run with POST /api/sync/"
                                            + run.config()
                                            + " and {\"confirm\": \"" + run.id() + "\"}, or correct the feed."))
                            : handedOver(run, config, remove, counts);
                });
    }

    private Uni<RunStatus> confirmed(FeedRun run, FeedConfig config) {
        if (config.revision() != run.revision()) {
            throw new SyncFailureException(new InvalidPayload(
                    "The feed's configuration was changed after the run had read the file",
                    "Start a new run of the feed."));
        }
        return stage.count(run).chain(counts -> {
            if (counts.products() != run.products()) {
                // With less than it had read, the rest would look as if it had been removed.
                throw new SyncFailureException(
                        new InvalidPayload("What the run had read is no longer there", "Start a new run of the feed."));
            }
            // A person allowed what would be removed, and not what only seems to be missing.
            return handedOver(run, config, run.unreadable() == 0, counts);
        });
    }

    private Uni<RunStatus> handedOver(FeedRun run, FeedConfig config, boolean remove, Counts counts) {
        Optional<String> note = remove || counts.missing() == 0
                ? Optional.empty()
                : Optional.of(counts.missing()
                        + " products are not in the feed; none is removed, because some rows could not be read");
        return handover.numbered(run, config)
                .chain(() -> remove
                        ? handover.removed(run, config)
                        : Uni.createFrom().voidItem())
                .chain(() -> handover.changed(run, config))
                .chain(() -> stage.clear(run))
                .chain(() -> ended(run, RunStatus.COMPLETED, note));
    }

    private Uni<RunStatus> ended(FeedRun run, RunStatus status, Optional<String> message) {
        return runs.finish(run, status, message).replaceWith(status);
    }

    private static Counters counters(Read read, Counts counts) {
        return new Counters(
                read.rows(),
                read.unreadable(),
                counts.products(),
                counts.refused(),
                counts.changed(),
                counts.missing());
    }

    private static void close(FeedReading reading) {
        try {
            reading.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Fetched file) {
        try {
            Files.deleteIfExists(file.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfigs;
import io.shopoms.catalog.feed.config.FeedSettings;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks for the runs whose time has come, and encrypts secrets anew after a key was replaced. */
@Singleton
class FeedTask implements ScheduledTask {

    private final FeedConfigs configs;
    private final FeedRuns runs;
    private final FeedStage stage;
    private final FeedRunner runner;
    private final FeedSettings settings;
    private final Clock clock;

    FeedTask(
            FeedConfigs configs,
            FeedRuns runs,
            FeedStage stage,
            FeedRunner runner,
            FeedSettings settings,
            Clock clock) {
        this.configs = configs;
        this.runs = runs;
        this.stage = stage;
        this.runner = runner;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public Uni<String> run(Store store) {
        Instant now = clock.instant();
        return configs.due(store.shop(), now)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(stored -> runs.request(stored.config(), false, "schedule")
                                .call(() -> configs.advance(stored, now)))
                        .collect()
                        .asList())
                .invoke(runner::wake)
                .call(() -> stage.clearGivenUp(store.shop()))
                .call(() -> runs.deleteBefore(store.shop(), now.minus(settings.logRetention())))
                .chain(asked -> configs.reseal(store.shop())
                        .map(resealed -> asked.size() + " runs were due"
                                + (resealed == 0 ? "" : "; secrets of " + resealed + " feeds were encrypted anew")));
    }
}

package io.shopoms.catalog.feed.run;

import io.shopoms.catalog.feed.config.FeedConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** Asks for runs. */
@Singleton
public class FeedSync {

    private final FeedRuns runs;
    private final FeedRunner runner;

    FeedSync(FeedRuns runs, FeedRunner runner) {
        this.runs = runs;
        this.runner = runner;
    }

    /** @return the run's id, or nothing if a run of the feed is open already */
    public Uni<Optional<UUID>> request(FeedConfig config, boolean dryRun, String by) {
        return runs.request(config, dryRun, by).invoke(runner::wake);
    }

    /** Allows a run that waits what it asked for; false if it does not wait. */
    public Uni<Boolean> confirm(FeedConfig config, UUID run) {
        return runs.confirm(config.id(), run).invoke(runner::wake);
    }
}

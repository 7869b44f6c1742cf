package io.shopoms.sync.job;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creates jobs after its handler has agreed to the parameters. */
@ApplicationScoped
public class StartedJobs implements Jobs {

    private final SyncJobs jobs;
    private final JobHandlers handlers;
    private final JobRunner runner;
    private final Stores stores;

    StartedJobs(SyncJobs jobs, JobHandlers handlers, JobRunner runner, Stores stores) {
        this.jobs = jobs;
        this.handlers = handlers;
        this.runner = runner;
        this.stores = stores;
    }

    @Override
    public Uni<UUID> start(String type, ShopDomain store, Map<String, String> parameters) {
        return start(type, store, parameters, Optional.empty());
    }

    /** The same in somebody's name. */
    public Uni<UUID> start(String type, ShopDomain store, Map<String, String> parameters, Optional<String> createdBy) {
        return Uni.createFrom()
                .deferred(() -> {
                    handlers.find(type)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "type: '" + type + "' is unknown; expected one of " + handlers.types()))
                            .validate(parameters);
                    if (stores.find(store).isEmpty()) {
                        throw new IllegalArgumentException("store: " + store + " is not configured");
                    }
                    return jobs.create(type, store, parameters, createdBy);
                })
                .invoke(id -> runner.wake());
    }

    /** Looks for work: a job may just have been resumed. */
    public void wake() {
        runner.wake();
    }
}

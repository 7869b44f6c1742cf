package io.shopoms.inventory.intake;

import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.job.TaskScheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Has the locations of all stores read at the start: what was closed while nobody listened must not be written to. */
@Singleton
class LocationsAtStart {

    private static final Logger LOG = Logger.getLogger(LocationsAtStart.class);

    private final TaskScheduler scheduler;

    LocationsAtStart(TaskScheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A store that is new is looked at by itself. */
    void start(@Observes SchemaReady event) {
        scheduler
                .trigger(LocationsTask.NAME, Optional.empty())
                .subscribe()
                .with(
                        due -> LOG.debugf("the locations of %d stores are read", due),
                        failure -> LOG.warnf(
                                "the locations are not read at once (%s), but at their time",
                                PgFailures.describe(failure)));
    }
}

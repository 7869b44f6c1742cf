package io.shopoms.gateway.log;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.migration.Migrations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Deletes what is older than the configured time, a few thousand rows at a go, on any number of replicas. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    private final WebhookLog log;
    private final Migrations migrations;
    private final LogConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private volatile long timer;

    Retention(WebhookLog log, Migrations migrations, LogConfig config, Clock clock, Vertx vertx) {
        this.log = log;
        this.migrations = migrations;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        timer = vertx.setPeriodic(config.cleanUpInterval().toMillis(), tick -> cleanUp());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    private void cleanUp() {
        if (migrations.areDone()) {
            deleteExpired()
                    .subscribe()
                    .with(
                            done -> LOG.trace("the webhook log is clean"),
                            failure -> LOG.warnf("Old webhooks stay in the log: %s", failure.getMessage()));
        }
    }

    /** Completes when nothing expired is left. */
    Uni<Void> deleteExpired() {
        return log.deleteBefore(clock.instant().minus(config.retention()))
                .flatMap(deleted -> deleted == 0 ? Uni.createFrom().voidItem() : deleteExpired());
    }
}

package io.shopoms.sync.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date in the background, as often as it takes: a service that starts before its database waits
 * for it instead of dying. Nothing that reads or writes tables begins before {@link SchemaReady} was fired.
 */
@ApplicationScoped
public class SchemaMigration {

    private static final Logger LOG = Logger.getLogger(SchemaMigration.class);
    private static final String READY = "";

    private final Instance<Flyway> flyway;
    private final Event<SchemaReady> ready;
    private final DatabaseConfig config;
    private final AtomicReference<String> state = new AtomicReference<>("migrations have not run yet");
    private volatile boolean stopping;

    SchemaMigration(Instance<Flyway> flyway, Event<SchemaReady> ready, DatabaseConfig config) {
        this.flyway = flyway;
        this.ready = ready;
        this.config = config;
    }

    /** Fired once, when all migrations have been applied. */
    public record SchemaReady() {}

    /** Why the schema is not usable yet; empty once it is. */
    public Optional<String> problem() {
        return Optional.of(state.get()).filter(text -> !text.equals(READY));
    }

    public boolean isReady() {
        return problem().isEmpty();
    }

    void start(@Observes StartupEvent event) {
        migrate()
                .onFailure()
                .invoke(this::note)
                .onFailure(failure -> !stopping)
                .retry()
                .withBackOff(config.migrationRetry(), config.migrationRetry().multipliedBy(8))
                .indefinitely()
                .subscribe()
                .with(done -> ready.fire(new SchemaReady()), this::note);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private Uni<Integer> migrate() {
        return Uni.createFrom()
                .item(() -> flyway.get().migrate().migrationsExecuted)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(count -> {
                    state.set(READY);
                    LOG.infof("schema is up to date, %d migrations applied", count);
                });
    }

    private void note(Throwable failure) {
        String reason = "migrations failed: " + firstLine(failure);
        // Once per reason: an outage of hours would otherwise fill the log with one line.
        if (!reason.equals(state.getAndSet(reason))) {
            LOG.warn(reason);
        }
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.strip().lines().findFirst().orElse(failure.getClass().getSimpleName());
    }
}

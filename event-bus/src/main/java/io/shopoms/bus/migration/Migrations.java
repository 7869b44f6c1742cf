package io.shopoms.bus.migration;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.shopoms.bus.connection.ConnectionSettings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/**
 * Runs the migrations in the background, again and again until they succeed: a service must start, and the gateway even
 * work, while the database is away. What needs the tables waits for {@link #done()}.
 */
@Singleton
public class Migrations {

    private static final Logger LOG = Logger.getLogger(Migrations.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile String reason = "migrations have not run yet";

    Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::run, "shopoms-migrations");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Whether the tables are there. */
    public boolean areDone() {
        return done.isDone();
    }

    /** Completes when the tables are there; never fails. */
    public Uni<Void> done() {
        return Uni.createFrom().completionStage(done);
    }

    /** Why they are not; for health answers. */
    public String reason() {
        return reason;
    }

    private void run() {
        try {
            do {
                if (migrate()) {
                    done.complete(null);
                    return;
                }
            } while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Any failure may pass: the database comes back, an operator grants a right, another replica releases its lock. */
    private boolean migrate() {
        try {
            flyway.migrate();
            LOG.info("The database schema is up to date");
            return true;
        } catch (RuntimeException e) {
            String now = reasonOf(rootOf(e));
            if (!now.equals(reason)) {
                reason = now;
                LOG.warn(now);
            }
            return false;
        }
    }

    private static String reasonOf(String message) {
        return message.contains(ConnectionSettings.NOWHERE_HOST)
                ? "SHOPOMS_DB_URL is not set"
                : "the database schema cannot be brought up to date: " + message;
    }

    private static String rootOf(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().strip();
    }
}

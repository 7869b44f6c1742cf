package io.shopoms.sync.ops;

import io.shopoms.bus.migration.Migrations;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready only with a database that answers and a schema that is up to date. */
@Readiness
@ApplicationScoped
class DatabaseHealth implements AsyncHealthCheck {

    /** A probe that waits as long as a statement may take would time out itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Database database;
    private final Migrations migrations;

    DatabaseHealth(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        if (!migrations.areDone()) {
            return Uni.createFrom().item(down(migrations.reason()));
        }
        return database.query("select 1", Tuple.tuple())
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> named().up().build())
                .onFailure()
                .recoverWithItem(failure -> down("PostgreSQL does not answer: " + PgFailures.describe(failure)));
    }

    private static HealthCheckResponse down(String reason) {
        return named().down().withData("reason", reason).build();
    }

    private static HealthCheckResponseBuilder named() {
        return HealthCheckResponse.named("database");
    }
}

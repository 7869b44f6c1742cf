package io.shopoms.gateway.health;

import io.shopoms.bus.migration.Migrations;
import io.shopoms.bus.outbox.OutboxBacklog;
import io.shopoms.bus.outbox.OutboxRelay;
import io.shopoms.bus.publish.ConfirmedPublisher;
import io.shopoms.gateway.store.GatewayStores;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a webhook can be made durable: a store is configured, and the broker or the database takes it. */
@Readiness
@ApplicationScoped
class GatewayReadiness implements AsyncHealthCheck {

    private static final Duration DATABASE_LIMIT = Duration.ofSeconds(1);
    private static final String UP = "up";

    private final GatewayStores stores;
    private final ConfirmedPublisher publisher;
    private final Migrations migrations;
    private final OutboxRelay outbox;
    private final AccessConfig access;
    private final Pool pool;

    GatewayReadiness(
            GatewayStores stores,
            ConfirmedPublisher publisher,
            Migrations migrations,
            OutboxRelay outbox,
            AccessConfig access,
            Pool pool) {
        this.stores = stores;
        this.publisher = publisher;
        this.migrations = migrations;
        this.outbox = outbox;
        this.access = access;
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return database().map(this::answer);
    }

    private Uni<String> database() {
        if (!migrations.areDone()) {
            return Uni.createFrom().item(migrations.reason());
        }
        return pool.query("select 1")
                .execute()
                .replaceWith(UP)
                .ifNoItem()
                .after(DATABASE_LIMIT)
                .recoverWithItem("no answer within " + DATABASE_LIMIT.toSeconds() + " s")
                .onFailure()
                .recoverWithItem(failure -> "not reachable: " + failure.getMessage());
    }

    private HealthCheckResponse answer(String database) {
        boolean broker = publisher.isConnected();
        OutboxBacklog backlog = outbox.backlog();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("webhook intake")
                .withData("broker", broker ? UP : publisher.reason())
                .withData("database", database)
                .withData("outbox messages", backlog.messages())
                .withData("outbox oldest seconds", backlog.oldest().toSeconds());
        if (!stores.problems().isEmpty()) {
            answer.withData("configuration", String.join("; ", stores.problems()));
        }
        missingKey().ifPresent(missing -> answer.withData("webhook log API", missing));
        return answer.status(stores.isAnyServed() && (broker || database.equals(UP)))
                .build();
    }

    /** Webhooks need no token, so this alone does not make the gateway unready. */
    private Optional<String> missingKey() {
        return access.publicKeyLocation()
                        .filter(location -> !location.isBlank())
                        .isPresent()
                ? Optional.empty()
                : Optional.of("closed to everyone: SHOPOMS_JWT_PUBLIC_KEY_LOCATION is not set");
    }
}

package io.shopoms.order;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.odoo.OdooSetup;
import io.shopoms.order.odoo.SetupFinding;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names what each store's Odoo lacks for orders, from the last look; a probe starts the next look when that is due and
 * never waits for it. Not ready only if no store can be served because of its settings: an Odoo that is away for a while
 * hinders no intake, and its orders wait in the cache.
 */
@Readiness
@ApplicationScoped
class OdooSetupHealth implements HealthCheck {

    private static final Duration WHEN_WELL = Duration.ofMinutes(1);
    private static final Duration WHEN_NOT = Duration.ofSeconds(5);

    private final Stores stores;
    private final OdooClients odoos;
    private final OdooSetup setup;
    private final Clock clock;
    private final Map<ShopDomain, Look> looks = new ConcurrentHashMap<>();
    private final Set<ShopDomain> looking = ConcurrentHashMap.newKeySet();

    OdooSetupHealth(Stores stores, OdooClients odoos, OdooSetup setup, Clock clock) {
        this.stores = stores;
        this.odoos = odoos;
        this.setup = setup;
        this.clock = clock;
    }

    private record Look(Instant at, List<String> findings, boolean blocked) {

        boolean isDue(Instant now) {
            return at.plus(findings.isEmpty() ? WHEN_WELL : WHEN_NOT).isBefore(now);
        }
    }

    @Override
    public HealthCheckResponse call() {
        stores.all().stream().filter(store -> store.odoo().isPresent()).forEach(this::lookAgainIfDue);
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("odoo setup");
        looks.forEach((shop, look) -> {
            if (!look.findings().isEmpty()) {
                answer.withData(shop.value(), String.join("; ", look.findings()));
            }
        });
        return answer.status(!allBlocked(looks.values())).build();
    }

    private static boolean allBlocked(Collection<Look> looks) {
        return !looks.isEmpty() && looks.stream().allMatch(Look::blocked);
    }

    private void lookAgainIfDue(Store store) {
        Look last = looks.get(store.shop());
        if ((last == null || last.isDue(clock.instant())) && looking.add(store.shop())) {
            Uni.createFrom()
                    .deferred(() -> setup.findings(store, odoos.of(store)))
                    .map(findings -> new Look(clock.instant(), texts(findings), false))
                    .onFailure()
                    .recoverWithItem(this::failed)
                    .onTermination()
                    .invoke(() -> looking.remove(store.shop()))
                    .subscribe()
                    .with(look -> looks.put(store.shop(), look));
        }
    }

    private static List<String> texts(List<SetupFinding> findings) {
        return findings.stream()
                .map(finding -> finding.problem() + ". " + finding.remedy())
                .toList();
    }

    private Look failed(Throwable failure) {
        if (failure instanceof SyncFailureException e) {
            SyncFailure why = e.failure();
            return new Look(
                    clock.instant(), List.of(why.message() + ". " + why.remedy()), why instanceof Misconfigured);
        }
        return new Look(
                clock.instant(),
                List.of("Odoo could not be asked: " + failure.getClass().getSimpleName()),
                false);
    }
}

package io.shopoms.sync.ops;

import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.CacheProcessor;
import io.shopoms.sync.cache.CacheProcessor.PausedStore;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while at least one store can be served; a store that cannot is named with its reason either way. Not ready because
 * of one among several would take the ops API away from the others.
 */
@Readiness
@ApplicationScoped
class StoresHealth implements HealthCheck {

    private final Stores stores;
    private final CacheProcessor processor;
    private final CacheKinds kinds;

    StoresHealth(Stores stores, CacheProcessor processor, CacheKinds kinds) {
        this.stores = stores;
        this.processor = processor;
        this.kinds = kinds;
    }

    @Override
    public HealthCheckResponse call() {
        List<PausedStore> paused = processor.paused();
        boolean served = stores.all().stream().anyMatch(store -> isServed(store, paused));
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("stores").status(served);
        if (!stores.problems().isEmpty()) {
            answer.withData("settings", String.join("; ", stores.problems()));
        }
        paused.forEach(pause -> answer.withData(
                "paused: " + pause.store() + " " + pause.kind(), pause.message() + " " + pause.remedy()));
        return answer.build();
    }

    private boolean isServed(Store store, List<PausedStore> paused) {
        long pausedKinds = paused.stream()
                .filter(pause -> pause.store().equals(store.shop()))
                .count();
        boolean allPaused = pausedKinds > 0 && pausedKinds == kinds.all().size();
        return store.shopify().isPresent() && store.odoo().isPresent() && !allPaused;
    }
}

package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.InventoryCache;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Has all stock compared every night, and once when a store is new. */
@Singleton
class ReconcileTask implements ScheduledTask {

    private final ShopifyClients shopify;
    private final Jobs jobs;
    private final ShopifyLookSettings settings;
    private final Clock clock;

    ReconcileTask(ShopifyClients shopify, Jobs jobs, ShopifyLookSettings settings, Clock clock) {
        this.shopify = shopify;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reconcile";
    }

    /** Until the next night's hour: asked for when a run has ended. */
    @Override
    public Duration interval() {
        return until(settings.reconcileAt(), clock.instant().atOffset(ZoneOffset.UTC));
    }

    @Override
    public Uni<String> run(Store store) {
        // Fails here, with the setting's name, for a store without access to Shopify: no job is made for it.
        shopify.of(store);
        return jobs.start(InventoryCache.KIND, store.shop(), Map.of()).map(job -> "job " + job + " compares all stock");
    }

    static Duration until(LocalTime hour, OffsetDateTime now) {
        OffsetDateTime today = now.with(hour);
        return Duration.between(now, today.isAfter(now) ? today : today.plusDays(1));
    }
}

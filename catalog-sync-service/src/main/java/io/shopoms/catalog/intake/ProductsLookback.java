package io.shopoms.catalog.intake;

import io.shopoms.catalog.shopify.ShopifyCatalogSettings;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.Period;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Heals lost webhooks, and brings what they leave out, such as weights: looks again at every product that changed lately.
 * What is known already changes nothing.
 */
@ApplicationScoped
class ProductsLookback implements ScheduledTask {

    private final ShopifyClients shopify;
    private final Jobs jobs;
    private final ShopifyCatalogSettings settings;
    private final Clock clock;

    ProductsLookback(ShopifyClients shopify, Jobs jobs, ShopifyCatalogSettings settings, Clock clock) {
        this.shopify = shopify;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "products-lookback";
    }

    @Override
    public Duration interval() {
        return settings.lookbackInterval();
    }

    @Override
    public Uni<String> run(Store store) {
        // Fails here, with the setting's name, for a store without access to Shopify: no job is made for it.
        shopify.of(store);
        Instant from = clock.instant().minus(settings.lookback()).truncatedTo(ChronoUnit.SECONDS);
        return jobs.start(ProductsBackfill.TYPE, store.shop(), Map.of(Period.FROM, from.toString()))
                .map(job -> "job " + job + " brings products changed since " + from);
    }
}

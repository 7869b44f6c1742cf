package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.Locations;
import io.shopoms.inventory.cache.SourceWarnings;
import io.shopoms.inventory.odoo.DeliveryReservations;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Warns of warehouses whose deliveries do not reserve goods when an order is confirmed: their free stock does not tell what
 * is sold. A warning is logged once, and shown with the location as long as it holds.
 */
@Singleton
class ReservationsTask implements ScheduledTask {

    /** The name in {@code /api/scheduler}. */
    static final String NAME = "odoo-reservations";

    private static final Logger LOG = Logger.getLogger(ReservationsTask.class);

    /** A setting that people seldom touch; the look costs two calls. */
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final Locations locations;
    private final DeliveryReservations reservations;
    private final SourceWarnings warnings;

    ReservationsTask(Locations locations, DeliveryReservations reservations, SourceWarnings warnings) {
        this.locations = locations;
        this.reservations = reservations;
        this.warnings = warnings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public Uni<String> run(Store store) {
        return locations.of(store.shop()).chain(all -> {
            Set<StockSource> sources = all.stream()
                    .flatMap(location -> location.sources().stream())
                    .map(source -> source.share().source())
                    .collect(Collectors.toSet());
            return reservations
                    .warnings(store, sources)
                    .call(found -> warnings.tell(store.shop(), found)
                            .invoke(news -> news.forEach(warning -> LOG.warnf("%s: %s", store.shop(), warning))))
                    .map(found -> sources.size() + " sources, " + found.size() + " to be warned of");
        });
    }
}

package io.shopoms.order.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** How new the cached orders are. */
@ApplicationScoped
public class OrderVersions {

    private static final String FIND = """
            select record_id, source_updated_at, triggered_at from shopify_order_cache
            where store = $1 and record_id = any($2)""";

    private final Database database;

    OrderVersions(Database database) {
        this.database = database;
    }

    /**
     * A cached version of an order.
     *
     * @param updatedAt Shopify's date of it, in whole seconds
     * @param triggeredAt when Shopify sent it
     */
    public record Version(Instant updatedAt, Optional<Instant> triggeredAt) {

        /** Whether it was made after an event. Both dates must say so: within one second the first says nothing. */
        public boolean knows(CacheEntry event) {
            boolean sentLater = triggeredAt.isPresent()
                    && event.triggeredAt().isPresent()
                    && !triggeredAt.get().isBefore(event.triggeredAt().get());
            return sentLater && !updatedAt.isBefore(event.sourceUpdatedAt());
        }
    }

    /** The versions of those orders that are cached, by Shopify id. */
    public Uni<Map<Long, Version>> find(ShopDomain shop, Collection<Long> orders) {
        return database.query(FIND, Tuple.of(shop.value(), orders.toArray(Long[]::new)))
                .map(rows -> {
                    Map<Long, Version> versions = new HashMap<>();
                    rows.forEach(row -> versions.put(row.getLong("record_id"), version(row)));
                    return versions;
                });
    }

    private static Version version(Row row) {
        return new Version(
                row.getOffsetDateTime("source_updated_at").toInstant(),
                Optional.ofNullable(row.getOffsetDateTime("triggered_at")).map(OffsetDateTime::toInstant));
    }
}

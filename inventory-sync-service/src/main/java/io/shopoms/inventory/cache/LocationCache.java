package io.shopoms.inventory.cache;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sync.cache.CacheColumn;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RawRecord;
import io.shopoms.sync.cache.RecordKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shopify's locations, the newest record of each. A deleted one is a record too, of the time of its deletion: an update
 * that was sent before and arrives after it is older, and stays without effect.
 */
@ApplicationScoped
public class LocationCache implements CacheKind {

    /** The name in {@code /api/cache/locations}. */
    public static final String KIND = "locations";

    LocationCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_location_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of(CacheColumn.searchable("name"));
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return topic.value().startsWith("locations/");
    }

    @Override
    public RecordKey key(RawRecord raw) {
        LocationRecord location = LocationRecord.read(raw.text());
        raw.topic().ifPresent(location::check);
        Instant at = location.updatedAt().orElse(raw.triggeredAt().orElse(raw.receivedAt()));
        return new RecordKey(
                location.id().value(),
                at,
                location.deleted() ? "deleted" : location.active() + " " + location.name(),
                location.deleted() ? Map.of() : Map.of("name", location.name()));
    }

    /** A location as a record of this kind, as it was at {@code readAt}. */
    public static RawRecord record(ShopDomain store, LocationRecord location, Instant readAt) {
        return new RawRecord(store, RawFormat.WEBHOOK, location.write(), Optional.of(readAt), readAt);
    }
}

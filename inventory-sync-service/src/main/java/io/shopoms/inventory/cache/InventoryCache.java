package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.ItemKey;
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
 * Inventory items that must be looked at. A webhook only names its item: whether it is news is decided against what is
 * known of the level, in the transaction that stores it ({@link HeardStock}), so that our own write coming back makes
 * nothing due.
 */
@ApplicationScoped
public class InventoryCache implements CacheKind {

    /** The name in {@code /api/cache/inventory}. */
    public static final String KIND = "inventory";

    /** The same for every version of every item: no version is news by itself. */
    private static final String CONTENT = "item";

    InventoryCache() {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String table() {
        return "shopify_inventory_cache";
    }

    @Override
    public List<CacheColumn> columns() {
        return List.of();
    }

    @Override
    public boolean claims(WebhookTopic topic) {
        return topic.value().startsWith("inventory_levels/") || topic.value().startsWith("inventory_items/");
    }

    /** Dated by arrival: the dates of an item's levels say nothing about each other. */
    @Override
    public RecordKey key(RawRecord raw) {
        StockSignal signal = StockSignalJson.read(raw.text());
        raw.topic().ifPresent(topic -> StockSignalJson.check(signal, topic));
        return new RecordKey(signal.item().value(), raw.receivedAt(), CONTENT, Map.of(), Optional.of(signal));
    }

    /** The record of an item of which no webhook came. */
    static RawRecord mention(ItemKey item, Instant now) {
        return new RawRecord(
                item.store(), RawFormat.WEBHOOK, StockSignalJson.mention(item.item()), Optional.empty(), now);
    }
}

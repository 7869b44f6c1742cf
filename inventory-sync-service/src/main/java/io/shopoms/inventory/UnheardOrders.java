package io.shopoms.inventory;

import io.shopoms.inventory.cache.HeardOrders;
import io.shopoms.inventory.shopify.OrderChanges;
import io.shopoms.inventory.shopify.OrderChanges.Page;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Shopify which orders changed lately, and looks whether the order service has told of each: while it is down or far
 * behind, what is missing in Shopify's stock may be sold.
 */
@Singleton
class UnheardOrders implements OrderNews {

    /** A difference may be seen long after its order: its webhook was lost, and the look-back found the level. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    private final OrderChanges changes;
    private final HeardOrders heard;

    UnheardOrders(OrderChanges changes, HeardOrders heard) {
        this.changes = changes;
        this.heard = heard;
    }

    @Override
    public Uni<Boolean> isMissing(Store store, Instant since) {
        return isMissing(store, since.minus(BEFORE), Optional.empty());
    }

    private Uni<Boolean> isMissing(Store store, Instant since, Optional<String> cursor) {
        return changes.page(store, since, cursor)
                .chain(page -> isMissing(store, page)
                        .chain(missing -> missing || page.next().isEmpty()
                                ? Uni.createFrom().item(missing)
                                : isMissing(store, since, page.next())));
    }

    private Uni<Boolean> isMissing(Store store, Page page) {
        return page.orders().isEmpty()
                ? Uni.createFrom().item(false)
                : heard.of(store.shop(), page.orders().keySet()).map(known -> isMissing(page.orders(), known));
    }

    static boolean isMissing(Map<ShopifyId, Instant> orders, Map<ShopifyId, Instant> known) {
        return orders.entrySet().stream()
                .anyMatch(
                        order -> known.getOrDefault(order.getKey(), Instant.MIN).isBefore(order.getValue()));
    }
}

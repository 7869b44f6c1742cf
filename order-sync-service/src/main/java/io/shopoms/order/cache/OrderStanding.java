package io.shopoms.order.cache;

import io.shopoms.bus.outbox.Outbox;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * Announces where orders stand for the stock after work on them. Done before their outcomes are written, not with them:
 * whoever dies in between works on them again, and says it again.
 */
@ApplicationScoped
public class OrderStanding {

    private final OrderAnnouncements announcements;
    private final Outbox outbox;
    private final Database database;

    OrderStanding(OrderAnnouncements announcements, Outbox outbox, Database database) {
        this.announcements = announcements;
        this.outbox = outbox;
        this.database = database;
    }

    /** @param entry the version of {@code order} that was worked on */
    public record Waiting(CacheEntry entry, ShopifyOrder order) {}

    /**
     * @param settled those that Odoo's stock accounts for
     * @param waiting those that it does not account for yet: they are told once more, for services that were installed, or
     *     set up anew, after they had been stored
     */
    public Uni<Void> announce(List<CacheEntry> settled, List<Waiting> waiting) {
        List<Outbox.Message> messages = new ArrayList<>();
        waiting.forEach(order -> messages.add(announcements.stored(
                order.entry().store(),
                order.entry().recordId(),
                OrderAnnouncements.version(order.entry()),
                OrderEssence.of(order.order()))));
        settled.forEach(entry -> messages.add(announcements.settled(entry)));
        return messages.isEmpty() ? Uni.createFrom().voidItem() : database.transaction(tx -> outbox.add(tx, messages));
    }
}

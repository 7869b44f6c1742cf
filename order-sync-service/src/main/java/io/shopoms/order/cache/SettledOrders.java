package io.shopoms.order.cache;

import io.shopoms.bus.outbox.Outbox;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Announces orders that Odoo's stock accounts for. Done before their outcomes are written, not with them: whoever dies in
 * between works on them again, and says it again.
 */
@ApplicationScoped
public class SettledOrders {

    private final OrderAnnouncements announcements;
    private final Outbox outbox;
    private final Database database;

    SettledOrders(OrderAnnouncements announcements, Outbox outbox, Database database) {
        this.announcements = announcements;
        this.outbox = outbox;
        this.database = database;
    }

    /** @param entries the versions that were worked on */
    public Uni<Void> announce(List<CacheEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.transaction(tx -> outbox.add(
                        tx, entries.stream().map(announcements::settled).toList()));
    }
}

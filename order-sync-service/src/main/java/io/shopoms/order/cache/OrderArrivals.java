package io.shopoms.order.cache;

import io.shopoms.bus.outbox.Outbox;
import io.shopoms.model.event.OrderStored;
import io.shopoms.sync.cache.IntakeParticipant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Announces each version of an order together with storing it: what it takes of the stock is known before Odoo hears of it.
 * An order of which a field makes no sense is not announced; the version that corrects it is.
 */
@ApplicationScoped
class OrderArrivals implements IntakeParticipant {

    private final OrderAnnouncements announcements;
    private final Outbox outbox;

    OrderArrivals(OrderAnnouncements announcements, Outbox outbox) {
        this.announcements = announcements;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return OrderCache.KIND;
    }

    @Override
    public Uni<Void> arrived(SqlConnection transaction, List<Arrived> arrivals) {
        return outbox.add(
                transaction,
                arrivals.stream()
                        .flatMap(arrived -> announcement(arrived).stream())
                        .toList());
    }

    private Optional<Outbox.Message> announcement(Arrived arrived) {
        return arrived.newVersion().isEmpty()
                ? Optional.empty()
                : arrived.key()
                        .essence()
                        .map(order -> announcements.stored(
                                arrived.raw().store(),
                                arrived.key().recordId(),
                                new OrderStored.Version(
                                        arrived.key().sourceUpdatedAt(),
                                        arrived.newVersion().getAsLong()),
                                (OrderEssence) order));
    }
}

package io.shopoms.fulfillment.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.cache.OrderLinks.Change;
import io.shopoms.fulfillment.cache.ShipmentKind;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.event.OrderLinked;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes in what the order service tells: keeps the link, and lets shipments of the order be looked at again. */
@Singleton
@RegisterForReflection(
        targets = {OrderLinked.class, OrderLinked.Line.class, ShopDomain.class, ShopifyId.class, OdooId.class})
class OrderLinkedHandler implements DomainEventHandler<OrderLinked> {

    private final OrderLinks links;
    private final CacheEntries entries;
    private final ShipmentKind kind;

    OrderLinkedHandler(OrderLinks links, CacheEntries entries, ShipmentKind kind) {
        this.links = links;
        this.entries = entries;
        this.kind = kind;
    }

    @Override
    public String routingKey() {
        return OrderLinked.ROUTING_KEY;
    }

    @Override
    public Class<OrderLinked> type() {
        return OrderLinked.class;
    }

    @Override
    public boolean isComplete(OrderLinked event) {
        return event.shop() != null
                && event.shopifyOrderId() != null
                && event.odooOrderId() != null
                && event.linkedAt() != null;
    }

    @Override
    public Uni<Void> accept(OrderLinked event) {
        OrderLink link = OrderLink.of(event);
        return links.save(link).flatMap(change -> tell(link, change));
    }

    /** What waited for the link goes on; what was done under another link is done again. */
    private Uni<Void> tell(OrderLink link, Change change) {
        List<Long> order = List.of(link.odooOrder().value());
        return switch (change) {
            case OUTDATED -> Uni.createFrom().voidItem();
            case SAME_LINES -> entries.wake(kind, link.store(), order).replaceWithVoid();
            case OTHER_LINES ->
                entries.wake(kind, link.store(), order)
                        .chain(() -> entries.reprocess(kind, link.store(), order))
                        .replaceWithVoid();
        };
    }
}

package io.shopoms.fulfillment.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
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
import io.shopoms.sync.cache.RawFormat;
import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.cache.Rejection;
import io.shopoms.sync.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes in what the order service tells: keeps the link, and lets shipments of the order be looked at again. An event that
 * cannot be understood is kept as rejected. Completes when all of it is committed; safe to repeat.
 */
@Singleton
@RegisterForReflection(
        targets = {OrderLinked.class, OrderLinked.Line.class, ShopDomain.class, ShopifyId.class, OdooId.class})
class OrderLinkedEvents {

    private final OrderLinks links;
    private final CacheEntries entries;
    private final ShipmentKind kind;
    private final RejectedMessages rejected;
    private final Database database;
    private final ObjectReader reader;
    private final Clock clock;

    OrderLinkedEvents(
            OrderLinks links,
            CacheEntries entries,
            ShipmentKind kind,
            RejectedMessages rejected,
            Database database,
            ObjectMapper json,
            Clock clock) {
        this.links = links;
        this.entries = entries;
        this.kind = kind;
        this.rejected = rejected;
        this.database = database;
        this.reader = json.readerFor(OrderLinked.class);
        this.clock = clock;
    }

    Uni<Void> accept(byte[] body) {
        OrderLinked event;
        try {
            event = read(body);
        } catch (IOException | IllegalArgumentException e) {
            return reject(body, "not an order.linked event: " + e.getClass().getSimpleName());
        }
        OrderLink link = OrderLink.of(event);
        return links.save(link).flatMap(change -> tell(link, change));
    }

    private OrderLinked read(byte[] body) throws IOException {
        OrderLinked event = reader.readValue(body);
        if (event == null
                || event.shop() == null
                || event.shopifyOrderId() == null
                || event.odooOrderId() == null
                || event.linkedAt() == null) {
            throw new IllegalArgumentException("a field of order.linked is missing");
        }
        return event;
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

    /** Keeps what cannot be taken in, so that it can be looked at. */
    Uni<Void> reject(byte[] body, String reason) {
        Rejection.Source source = new Rejection.Source(
                Optional.empty(),
                Optional.of(OrderLinked.ROUTING_KEY),
                Optional.empty(),
                RawFormat.WEBHOOK,
                Map.of(),
                body,
                clock.instant());
        return database.transaction(tx -> rejected.add(tx, List.of(new Rejection(Optional.empty(), source, reason))));
    }
}

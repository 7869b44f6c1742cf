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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Takes in events, each order's in the order in which they came. */
    Uni<Void> accept(List<byte[]> bodies) {
        List<Map<Object, OrderLink>> rounds = new ArrayList<>();
        List<Uni<Void>> rejections = new ArrayList<>();
        for (byte[] body : bodies) {
            try {
                add(rounds, OrderLink.of(read(body)));
            } catch (IOException | IllegalArgumentException e) {
                rejections.add(reject(
                        body, "not an order.linked event: " + e.getClass().getSimpleName()));
            }
        }
        return inTurn(rejections, rejection -> rejection)
                .chain(() -> inTurn(rounds, round -> links.save(round.values()).flatMap(this::tell)));
    }

    /** An order that is in a round already waits for the next one. */
    private static void add(List<Map<Object, OrderLink>> rounds, OrderLink link) {
        List<Object> order = List.of(link.store(), link.shopifyOrder());
        for (Map<Object, OrderLink> round : rounds) {
            if (round.putIfAbsent(order, link) == null) {
                return;
            }
        }
        rounds.add(new LinkedHashMap<>(Map.of(order, link)));
    }

    private static <T> Uni<Void> inTurn(List<T> items, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
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

    /** What waited for a link goes on; what was done under another link is done again. */
    private Uni<Void> tell(Map<OrderLink, Change> changes) {
        Map<ShopDomain, List<Long>> news = orders(changes, EnumSet.of(Change.SAME_LINES, Change.OTHER_LINES));
        Map<ShopDomain, List<Long>> others = orders(changes, EnumSet.of(Change.OTHER_LINES));
        return inTurn(
                        List.copyOf(news.entrySet()),
                        store -> entries.wake(kind, store.getKey(), store.getValue())
                                .replaceWithVoid())
                .chain(() -> inTurn(
                        List.copyOf(others.entrySet()),
                        store -> entries.reprocess(kind, store.getKey(), store.getValue())
                                .replaceWithVoid()));
    }

    /** The sale orders of these changes, by store. */
    private static Map<ShopDomain, List<Long>> orders(Map<OrderLink, Change> changes, Set<Change> wanted) {
        return changes.entrySet().stream()
                .filter(change -> wanted.contains(change.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.groupingBy(
                        OrderLink::store,
                        Collectors.mapping(link -> link.odooOrder().value(), Collectors.toList())));
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

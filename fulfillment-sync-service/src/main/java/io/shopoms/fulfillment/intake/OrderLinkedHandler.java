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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** Each order's events are taken in the order in which they came. */
    @Override
    public Uni<Void> accept(List<OrderLinked> events) {
        List<Map<Object, OrderLink>> rounds = new ArrayList<>();
        events.forEach(event -> add(rounds, OrderLink.of(event)));
        return inTurn(rounds, round -> links.save(round.values()).flatMap(this::tell));
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
}

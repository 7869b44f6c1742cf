package io.shopoms.order.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.VariantLinks;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes in what the catalog service tells: keeps the links, and lets orders that wait for one of the SKUs go on at once. */
@Singleton
@RegisterForReflection(targets = {VariantLinked.class, VariantLinked.Variant.class})
class VariantLinkedHandler implements DomainEventHandler<VariantLinked> {

    private final VariantLinks links;
    private final CacheEntries entries;
    private final OrderCache orders;

    VariantLinkedHandler(VariantLinks links, CacheEntries entries, OrderCache orders) {
        this.links = links;
        this.entries = entries;
        this.orders = orders;
    }

    @Override
    public String routingKey() {
        return VariantLinked.ROUTING_KEY;
    }

    @Override
    public Class<VariantLinked> type() {
        return VariantLinked.class;
    }

    @Override
    public boolean isComplete(VariantLinked event) {
        return event.saysAll();
    }

    @Override
    public Uni<Void> accept(List<VariantLinked> events) {
        Map<ShopDomain, Set<String>> skus = new LinkedHashMap<>();
        events.forEach(event -> skus.computeIfAbsent(event.shop(), shop -> new LinkedHashSet<>())
                .addAll(skus(event)));
        return links.save(events)
                .chain(() -> Multi.createFrom()
                        .iterable(skus.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(of -> wake(of.getKey(), of.getValue()))
                        .onItem()
                        .ignoreAsUni());
    }

    private static List<String> skus(VariantLinked event) {
        return event.variants().stream()
                .map(VariantLinked.Variant::sku)
                .filter(sku -> sku != null && !sku.isBlank())
                .map(String::strip)
                .toList();
    }

    private Uni<Void> wake(ShopDomain shop, Set<String> skus) {
        return skus.isEmpty()
                ? Uni.createFrom().voidItem()
                : links.waitingFor(shop, skus)
                        .chain(waiting -> entries.wake(orders, shop, waiting))
                        .replaceWithVoid();
    }
}

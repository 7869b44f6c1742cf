package io.shopoms.order.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.VariantLinks;
import io.shopoms.sync.cache.CacheEntries;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

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
        return event.shop() != null
                && event.shopifyProductId() != null
                && event.linkedAt() != null
                && event.variants().stream()
                        .allMatch(variant -> variant.shopifyVariantId() != null && variant.odooProductId() != null);
    }

    @Override
    public Uni<Void> accept(List<VariantLinked> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> links.save(event).chain(() -> wake(event)))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> wake(VariantLinked event) {
        List<String> skus = event.variants().stream()
                .map(VariantLinked.Variant::sku)
                .filter(sku -> sku != null && !sku.isBlank())
                .map(String::strip)
                .toList();
        return skus.isEmpty()
                ? Uni.createFrom().voidItem()
                : links.waitingFor(event.shop(), skus)
                        .chain(waiting -> entries.wake(orders, event.shop(), waiting))
                        .replaceWithVoid();
    }
}

package io.shopoms.inventory.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.shopoms.inventory.cache.CatalogLinks;
import io.shopoms.model.event.VariantLinked;
import io.shopoms.sync.intake.DomainEventHandler;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes in what the catalog service tells: which Odoo product each variant stands for. */
@Singleton
@RegisterForReflection(targets = {VariantLinked.class, VariantLinked.Variant.class})
class VariantLinkedHandler implements DomainEventHandler<VariantLinked> {

    private final CatalogLinks links;

    VariantLinkedHandler(CatalogLinks links) {
        this.links = links;
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
        return links.take(events);
    }
}

package io.shopoms.order;

import io.shopoms.order.cache.VariantLinks;
import io.shopoms.order.mapping.OrderNeeds;
import io.shopoms.order.mapping.OrderPartners;
import io.shopoms.order.mapping.OrderTags;
import io.shopoms.order.mapping.PartnerMapper;
import io.shopoms.order.mapping.References;
import io.shopoms.order.mapping.SaleOrderDraft;
import io.shopoms.order.mapping.SaleOrderMapper;
import io.shopoms.order.odoo.OdooReferences;
import io.shopoms.order.odoo.OrderToPlace;
import io.shopoms.order.odoo.PartnerIds;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From an order to everything that its place in Odoo needs: references, drafts, partners, tags. */
@ApplicationScoped
class OrderPreparation {

    private final OdooReferences references;
    private final VariantLinks variants;
    private final OrderPeople people;
    private final StaleIds staleIds;
    private final OrderPolicies policies;

    OrderPreparation(
            OdooReferences references,
            VariantLinks variants,
            OrderPeople people,
            StaleIds staleIds,
            OrderPolicies policies) {
        this.references = references;
        this.variants = variants;
        this.people = people;
        this.staleIds = staleIds;
        this.policies = policies;
    }

    /**
     * An order ready to be placed.
     *
     * @param remark what people should know of its customer
     */
    record Prepared(OrderTask task, OrderToPlace wanted, Optional<String> remark) {}

    private record Mapped(OrderTask task, SaleOrderDraft draft, OrderPartners people) {}

    /** Prepares a batch; an order that lacks something in Odoo ends in {@code outcomes}. */
    Uni<List<Prepared>> prepare(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        OrderNeeds needs = OrderNeeds.of(tasks.stream().map(OrderTask::order).toList());
        return variants.products(store.shop(), needs.variants())
                .chain(linked -> references.resolve(store, odoo, needs, linked))
                .map(found -> mapped(store, tasks, found, outcomes))
                .chain(mapped -> place(store, odoo, mapped, outcomes));
    }

    private List<Mapped> mapped(Store store, List<OrderTask> tasks, References found, Outcomes outcomes) {
        List<Mapped> mapped = new ArrayList<>();
        for (OrderTask task : tasks) {
            outcomes.attempt(task, () -> map(store, task, found)).ifPresent(mapped::add);
        }
        return mapped;
    }

    private Mapped map(Store store, OrderTask task, References found) {
        List<String> tags = OrderTags.of(
                task.order(), task.method(), policies.of(store.shop()).copyTags());
        return new Mapped(
                task,
                SaleOrderMapper.map(store.shop(), task.order(), tags, found),
                PartnerMapper.map(
                        store.shop(),
                        task.order(),
                        found,
                        policies.of(store.shop()).matchCustomersBy()));
    }

    private Uni<List<Prepared>> place(Store store, OdooClient odoo, List<Mapped> mapped, Outcomes outcomes) {
        if (mapped.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Set<String> tagNames =
                mapped.stream().flatMap(order -> order.draft().tags().stream()).collect(Collectors.toSet());
        List<OrderPartners> all = mapped.stream().map(Mapped::people).toList();
        List<OrderPartners> doubtful = mapped.stream()
                .filter(order -> !order.task().firstAttempt())
                .map(Mapped::people)
                .toList();
        return references
                .tags(store, odoo, tagNames)
                .chain(tags -> people.place(store, odoo, all, doubtful)
                        .map(placed -> ready(store, mapped, tags, placed, outcomes)));
    }

    private List<Prepared> ready(
            Store store, List<Mapped> mapped, Map<String, Long> tags, OrderPeople.Placed placed, Outcomes outcomes) {
        List<Prepared> prepared = new ArrayList<>();
        for (Mapped order : mapped) {
            try {
                PartnerIds partners = placed.of(order.people());
                List<Long> tagIds = order.draft().tags().stream()
                        .map(tags::get)
                        .filter(Objects::nonNull)
                        .toList();
                prepared.add(new Prepared(
                        order.task(),
                        new OrderToPlace(order.draft(), partners, tagIds),
                        placed.remark(order.people())));
            } catch (SyncFailureException e) {
                outcomes.failed(order.task(), staleIds.judge(store, order.task(), e.failure()));
            }
        }
        return prepared;
    }
}

package io.shopoms.order;

import io.shopoms.order.OrderPreparation.Prepared;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.odoo.LoadResult;
import io.shopoms.sync.odoo.LoadResult.Loaded;
import io.shopoms.sync.odoo.LoadResult.NotLoaded;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives orders their place in Odoo, effectively once: made under their external id, then remembered in {@code order_link}
 * together with the event that tells of it, and only then worked on. A crash in between repeats the first step, which
 * finds the order.
 */
@ApplicationScoped
class OrderPlacement {

    private final SaleOrders saleOrders;
    private final OrderLinks links;
    private final StaleIds staleIds;

    OrderPlacement(SaleOrders saleOrders, OrderLinks links, StaleIds staleIds) {
        this.saleOrders = saleOrders;
        this.links = links;
        this.staleIds = staleIds;
    }

    /** Answers every order with its present state; one that Odoo refuses, or that was deleted there, ends in {@code outcomes}. */
    Uni<List<PlacedOrder>> place(Store store, OdooClient odoo, List<Prepared> orders, Outcomes outcomes) {
        List<Prepared> fresh =
                orders.stream().filter(order -> order.task().link().isEmpty()).toList();
        Map<Long, Prepared> byOdooId = new LinkedHashMap<>();
        orders.forEach(order -> order.task()
                .link()
                .ifPresent(link -> byOdooId.put(link.odooOrderId().value(), order)));
        return create(store, odoo, fresh, outcomes)
                .invoke(byOdooId::putAll)
                .chain(() -> saleOrders.states(odoo, List.copyOf(byOdooId.keySet())))
                .map(states -> placed(store, byOdooId, states, outcomes))
                .chain(this::remember);
    }

    private Uni<Map<Long, Prepared>> create(Store store, OdooClient odoo, List<Prepared> orders, Outcomes outcomes) {
        if (orders.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return saleOrders
                .ensure(odoo, orders.stream().map(Prepared::wanted).toList())
                .map(results -> created(store, orders, results, outcomes));
    }

    private Map<Long, Prepared> created(
            Store store, List<Prepared> orders, List<LoadResult> results, Outcomes outcomes) {
        Map<Long, Prepared> created = new LinkedHashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            if (results.get(i) instanceof Loaded loaded) {
                created.put(loaded.id(), orders.get(i));
            } else if (results.get(i) instanceof NotLoaded refused) {
                OrderTask task = orders.get(i).task();
                outcomes.failed(task, staleIds.judge(store, task, refused.failure()));
            }
        }
        return created;
    }

    private static List<PlacedOrder> placed(
            Store store, Map<Long, Prepared> byOdooId, Map<Long, SaleOrderState> states, Outcomes outcomes) {
        List<PlacedOrder> placed = new ArrayList<>();
        byOdooId.forEach((id, order) -> {
            SaleOrderState state = states.get(id);
            if (state != null) {
                OrderLink link =
                        order.task().link().orElseGet(() -> LinkRules.first(store.shop(), order.task(), state));
                PlacedOrder present = PlacedOrder.of(order.task(), order.wanted(), link, state);
                placed.add(order.remark().map(present::after).orElse(present));
            } else if (order.task().link().isPresent()) {
                outcomes.failed(
                        order.task(), LinkRules.deleted(order.task().link().get()));
            } else {
                outcomes.failed(order.task(), new TransientFailure("the order vanished from Odoo while it was made"));
            }
        });
        return placed;
    }

    private Uni<List<PlacedOrder>> remember(List<PlacedOrder> placed) {
        List<OrderLink> fresh = placed.stream()
                .filter(order -> order.task().link().isEmpty())
                .map(PlacedOrder::link)
                .toList();
        return links.store(fresh, fresh).replaceWith(placed);
    }
}

package io.shopoms.order;

import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.order.mapping.Cancellation;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.order.settlement.OrderSettlement;
import io.shopoms.order.settlement.Settled;
import io.shopoms.order.settlement.Subject;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cancels in Odoo what was cancelled in Shopify, unless goods have left the house. Needs no mapping: a SKU may be gone. */
@ApplicationScoped
class OrderCancellation {

    private final SaleOrders saleOrders;
    private final OrderLinks links;
    private final OrderSettlement settlement;

    OrderCancellation(SaleOrders saleOrders, OrderLinks links, OrderSettlement settlement) {
        this.saleOrders = saleOrders;
        this.links = links;
        this.settlement = settlement;
    }

    private record Cancelled(OrderTask task, String note) {}

    /** @param tasks linked orders whose Shopify order is cancelled; each ends in {@code outcomes} */
    Uni<Void> cancel(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        List<Long> ids = tasks.stream().map(OrderCancellation::odooId).toList();
        return saleOrders
                .states(odoo, ids)
                .chain(states -> outcomes.each(tasks, task -> task, task -> cancel(odoo, task, states, outcomes))
                        .chain(done -> settle(store, odoo, tasks, states)
                                .invoke(settled -> done.forEach(cancelled -> conclude(
                                        cancelled,
                                        settled.getOrDefault(odooId(cancelled.task()), Settled.NOTHING),
                                        outcomes)))))
                .replaceWithVoid();
    }

    /** What was invoiced and refunded is credited, also where the order itself cannot be cancelled. */
    private Uni<Map<Long, Settled>> settle(
            Store store, OdooClient odoo, List<OrderTask> tasks, Map<Long, SaleOrderState> states) {
        return settlement.settle(
                store,
                odoo,
                tasks.stream()
                        .filter(task -> states.containsKey(odooId(task)))
                        .map(task -> new Subject(task.order(), odooId(task), false))
                        .toList());
    }

    private static void conclude(Cancelled cancelled, Settled settled, Outcomes outcomes) {
        List<String> notes = new ArrayList<>(List.of(cancelled.note()));
        notes.addAll(settled.done());
        settled.problem()
                .ifPresentOrElse(
                        problem -> outcomes.failed(cancelled.task(), problem),
                        () -> outcomes.processed(cancelled.task(), String.join("; ", notes)));
    }

    private static long odooId(OrderTask task) {
        return link(task).odooOrderId().value();
    }

    private Uni<Cancelled> cancel(
            OdooClient odoo, OrderTask task, Map<Long, SaleOrderState> states, Outcomes outcomes) {
        SaleOrderState state = states.get(odooId(task));
        if (state == null) {
            return Uni.createFrom()
                    .item(new Cancelled(task, link(task).odooOrderName() + " is gone from Odoo already"));
        }
        outcomes.seen(task, state);
        Optional<RejectedByTarget> obstacle = Cancellation.obstacle(state);
        if (obstacle.isPresent()) {
            return Uni.createFrom().failure(new SyncFailureException(obstacle.get()));
        }
        boolean already = state.stage() == Stage.CANCELLED;
        Uni<Void> done = already ? Uni.createFrom().voidItem() : saleOrders.cancel(odoo, state.id());
        return done.invoke(() -> outcomes.seen(task, state.at(Stage.CANCELLED)))
                .chain(() -> links.store(List.of(renewed(task, state)), List.of()))
                .replaceWith(new Cancelled(task, state.name() + (already ? ": cancelled already" : ": cancelled")));
    }

    private static OrderLink renewed(OrderTask task, SaleOrderState state) {
        return LinkRules.renewed(
                link(task),
                task.order(),
                state.at(Stage.CANCELLED),
                link(task).applied(),
                link(task).moneyCheck());
    }

    private static OrderLink link(OrderTask task) {
        return task.link().orElseThrow();
    }
}

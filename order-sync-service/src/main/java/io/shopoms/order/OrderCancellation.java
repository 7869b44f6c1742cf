package io.shopoms.order;

import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.order.mapping.Cancellation;
import io.shopoms.order.mapping.Cancellation.Explained;
import io.shopoms.order.mapping.Cancellation.Unexplained;
import io.shopoms.order.mapping.Locked;
import io.shopoms.order.mapping.OrderChange;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.mapping.returns.ReturnPlan;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.order.settlement.OrderSettlement;
import io.shopoms.order.settlement.Settled;
import io.shopoms.order.settlement.Subject;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cancels in Odoo what was cancelled in Shopify: all of it, or what has not left the house yet. Needs no mapping: a SKU may
 * be gone. An order that people reopened after its cancellation stays open.
 */
@ApplicationScoped
class OrderCancellation implements OrderReturns.Steps<OrderCancellation.Cancelling> {

    private final SaleOrders saleOrders;
    private final CurrentState current;
    private final OrderReturns returns;
    private final OrderLinks links;
    private final OrderSettlement settlement;

    OrderCancellation(
            SaleOrders saleOrders,
            CurrentState current,
            OrderReturns returns,
            OrderLinks links,
            OrderSettlement settlement) {
        this.saleOrders = saleOrders;
        this.current = current;
        this.returns = returns;
        this.links = links;
        this.settlement = settlement;
    }

    /**
     * An order on its way out.
     *
     * @param returns what comes back of it
     */
    record Cancelling(OrderTask task, SaleOrderState state, ReturnPlan returns) {}

    /**
     * Where an order ended.
     *
     * @param state absent if it is gone from Odoo
     * @param carriedOut whether nothing is left to be done for the cancellation
     * @param problem why a person must act
     */
    private record Cancelled(
            OrderTask task,
            Optional<SaleOrderState> state,
            boolean carriedOut,
            String note,
            Optional<SyncFailure> problem) {}

    /** @param tasks linked orders whose Shopify order is cancelled; each ends in {@code outcomes} */
    Uni<Void> cancel(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        List<Long> ids = tasks.stream().map(OrderCancellation::odooId).toList();
        return saleOrders
                .states(odoo, ids)
                .chain(states -> outcomes.each(tasks, task -> task, task -> cancel(odoo, task, states, outcomes))
                        .chain(done -> remember(done, outcomes)
                                .chain(() -> settle(store, odoo, tasks, states))
                                .invoke(settled -> conclude(done, settled, outcomes))))
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

    private static long odooId(OrderTask task) {
        return link(task).odooOrderId().value();
    }

    private Uni<Cancelled> cancel(
            OdooClient odoo, OrderTask task, Map<Long, SaleOrderState> states, Outcomes outcomes) {
        SaleOrderState state = states.get(odooId(task));
        if (state == null) {
            return Uni.createFrom()
                    .item(new Cancelled(task, Optional.empty(), true, "gone from Odoo already", Optional.empty()));
        }
        outcomes.seen(task, state);
        if (state.stage() == Stage.CANCELLED) {
            return Uni.createFrom().item(done(task, state, "cancelled already"));
        }
        if (link(task).applied().cancelled()) {
            return Uni.createFrom().item(done(task, state, "reopened in Odoo after it was cancelled, left alone"));
        }
        return state.isDelivered() ? withoutUndelivered(odoo, task, state) : whole(odoo, task, state);
    }

    private Uni<Cancelled> whole(OdooClient odoo, OrderTask task, SaleOrderState state) {
        refuseIfLocked(state);
        return saleOrders
                .cancel(odoo, state.id())
                .replaceWith(() -> done(task, state.at(Stage.CANCELLED), "cancelled"));
    }

    private Uni<Cancelled> withoutUndelivered(OdooClient odoo, OrderTask task, SaleOrderState state) {
        Cancelling order = new Cancelling(task, state, ReturnPlan.none());
        return returns.inStep(odoo, link(task).shop(), task.order(), order, this)
                .chain(now -> decided(odoo, now, Cancellation.of(task.order(), now.state(), now.returns())));
    }

    private Uni<Cancelled> decided(OdooClient odoo, Cancelling order, Cancellation decision) {
        if (decision instanceof Explained explained) {
            return Uni.createFrom()
                    .item(new Cancelled(
                            order.task(), Optional.of(order.state()), false, explained.remark(), Optional.empty()));
        }
        return decision instanceof Unexplained unexplained
                ? Uni.createFrom()
                        .item(new Cancelled(
                                order.task(),
                                Optional.of(order.state()),
                                false,
                                "",
                                Optional.of(unexplained.failure())))
                : whole(odoo, order.task(), order.state());
    }

    private static Cancelled done(OrderTask task, SaleOrderState state, String note) {
        return new Cancelled(task, Optional.of(state), true, note, Optional.empty());
    }

    /** Remembers where every order stands now, before its accounting: that may wait for people. */
    private Uni<Void> remember(List<Cancelled> orders, Outcomes outcomes) {
        orders.stream().filter(order -> order.problem().isEmpty()).forEach(order -> outcomes.settled(order.task()));
        return links.store(
                orders.stream()
                        .flatMap(order -> order.state().map(state -> renewed(order, state)).stream())
                        .toList(),
                List.of());
    }

    private static void conclude(List<Cancelled> orders, Map<Long, Settled> settled, Outcomes outcomes) {
        orders.forEach(order -> conclude(order, settled.getOrDefault(odooId(order.task()), Settled.NOTHING), outcomes));
    }

    private static void conclude(Cancelled order, Settled settled, Outcomes outcomes) {
        OrderTask task = order.task();
        order.state().ifPresent(state -> outcomes.seen(task, state));
        List<String> notes = new ArrayList<>(List.of(link(task).odooOrderName() + ": " + order.note()));
        notes.addAll(settled.done());
        order.problem()
                .or(settled::problem)
                .ifPresentOrElse(
                        problem -> outcomes.failed(task, problem),
                        () -> outcomes.processed(task, String.join("; ", notes)));
    }

    private static OrderLink renewed(Cancelled order, SaleOrderState state) {
        OrderLink link = link(order.task());
        return LinkRules.renewed(
                link,
                order.task().order(),
                state,
                order.carriedOut() ? link.applied().withCancellation() : link.applied(),
                link.moneyCheck());
    }

    @Override
    public SaleOrderState state(Cancelling order) {
        return order.state();
    }

    @Override
    public Uni<Cancelling> read(OdooClient odoo, Cancelling order) {
        return current.of(odoo, link(order.task()), order.state().id())
                .map(state -> new Cancelling(order.task(), state, order.returns()));
    }

    @Override
    public Uni<Cancelling> apply(OdooClient odoo, Cancelling order, ReturnPlan plan) {
        Cancelling planned = new Cancelling(order.task(), order.state(), plan);
        OrderChange change = Cancellation.withoutUndelivered(order.state(), plan);
        if (change.isEmpty()) {
            return Uni.createFrom().item(planned);
        }
        refuseIfLocked(order.state());
        return saleOrders.apply(odoo, order.state(), change).chain(() -> read(odoo, planned));
    }

    private static void refuseIfLocked(SaleOrderState state) {
        if (state.locked()) {
            throw new SyncFailureException(Locked.failure(state, "it is cancelled in Shopify"));
        }
    }

    private static OrderLink link(OrderTask task) {
        return task.link().orElseThrow();
    }
}

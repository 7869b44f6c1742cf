package io.shopoms.order;

import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.order.cache.OrderStanding;
import io.shopoms.order.cache.OrderStanding.Waiting;
import io.shopoms.order.mapping.SaleOrderState.Stage;
import io.shopoms.order.settlement.OrderSettlement;
import io.shopoms.order.settlement.Settled;
import io.shopoms.order.settlement.Subject;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings Odoo to the state that a batch of Shopify orders calls for. Level-triggered: it looks at the newest order and at
 * what Odoo has, never at what happened in between, so that any order of events, and any repetition, ends in the same Odoo.
 *
 * <p>Few calls for many orders: one each for products, partners, orders, reading back and confirming. What is refused in a
 * batch is tried alone, so that one bad order never fails its neighbours. Every step may be repeated after a crash.
 */
@ApplicationScoped
class OrderProcessor implements EntryHandler {

    private final OdooClients odoos;
    private final OrderTriage triage;
    private final OrderCancellation cancellation;
    private final OrderPreparation preparation;
    private final OrderPlacement placement;
    private final OrderReconciliation reconciliation;
    private final OrderConfirmation confirmation;
    private final OrderSettlement settlement;
    private final OrderLinks links;
    private final OrderBooks books;
    private final OrderStanding standing;

    OrderProcessor(
            OdooClients odoos,
            OrderTriage triage,
            OrderCancellation cancellation,
            OrderPreparation preparation,
            OrderPlacement placement,
            OrderReconciliation reconciliation,
            OrderConfirmation confirmation,
            OrderSettlement settlement,
            OrderLinks links,
            OrderBooks books,
            OrderStanding standing) {
        this.odoos = odoos;
        this.triage = triage;
        this.cancellation = cancellation;
        this.preparation = preparation;
        this.placement = placement;
        this.reconciliation = reconciliation;
        this.confirmation = confirmation;
        this.settlement = settlement;
        this.links = links;
        this.books = books;
        this.standing = standing;
    }

    @Override
    public String kind() {
        return OrderCache.KIND;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        Outcomes outcomes = new Outcomes();
        return Uni.createFrom()
                .deferred(() -> Uni.createFrom().item(odoos.of(store)))
                .chain(odoo -> triage.tasks(store, odoo, entries, outcomes)
                        .chain(tasks -> cancelled(store, odoo, tasks, outcomes)
                                .chain(() -> live(store, odoo, tasks, outcomes))
                                .chain(() -> books.write(store, tasks, outcomes))
                                .chain(() -> announce(entries, tasks, outcomes))))
                .map(done -> outcomes.all());
    }

    private Uni<Void> announce(List<CacheEntry> entries, List<OrderTask> tasks, Outcomes outcomes) {
        Map<Long, ShopifyOrder> orders = tasks.stream().collect(Collectors.toMap(OrderTask::id, OrderTask::order));
        return standing.announce(
                entries.stream().filter(outcomes::isSettled).toList(),
                entries.stream()
                        .filter(entry -> !outcomes.isSettled(entry) && orders.containsKey(entry.recordId()))
                        .map(entry -> new Waiting(entry, orders.get(entry.recordId())))
                        .toList());
    }

    private Uni<Void> cancelled(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        List<OrderTask> cancelled =
                tasks.stream().filter(OrderTask::isCancelled).toList();
        return cancellation.cancel(store, odoo, cancelled, outcomes);
    }

    private Uni<Void> live(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        List<OrderTask> live =
                tasks.stream().filter(task -> !task.isCancelled()).toList();
        return preparation
                .prepare(store, odoo, live, outcomes)
                .chain(prepared -> placement.place(store, odoo, prepared, outcomes))
                .chain(placed ->
                        outcomes.each(placed, PlacedOrder::task, order -> reconciliation.reconcile(odoo, order)))
                .chain(reconciled -> confirmation.confirm(odoo, reconciled))
                .chain(orders -> remember(orders, outcomes)
                        .chain(() -> settle(store, odoo, orders))
                        .invoke(done -> conclude(done, outcomes)))
                .replaceWithVoid();
    }

    /** Remembers where every order stands now, before its accounting: that may wait for people. */
    private Uni<Void> remember(List<PlacedOrder> orders, Outcomes outcomes) {
        List<OrderLink> changed = new ArrayList<>();
        List<OrderLink> told = new ArrayList<>();
        for (PlacedOrder order : orders) {
            outcomes.seen(order.task(), order.state());
            order.ledger().ifPresent(ledger -> outcomes.compared(order.task(), ledger));
            // A quotation reserves nothing: one that waits for its payment is not settled.
            if (order.problem().isEmpty() && order.state().stage() != Stage.QUOTATION) {
                outcomes.settled(order.task());
            }
            OrderLink now = LinkRules.renewed(
                    order.link(), order.task().order(), order.state(), order.applied(), order.moneyCheck());
            if (!now.equals(order.link())) {
                changed.add(now);
            }
            if (!now.lines().equals(order.link().lines())) {
                told.add(now);
            }
        }
        return links.store(changed, told);
    }

    /** Brings the accounting of the orders that came through in step. */
    private Uni<List<PlacedOrder>> settle(Store store, OdooClient odoo, List<PlacedOrder> orders) {
        List<Subject> subjects = orders.stream()
                .filter(order -> order.problem().isEmpty())
                .map(order -> new Subject(
                        order.task().order(), order.state().id(), order.state().stage() == Stage.CONFIRMED))
                .toList();
        return settlement
                .settle(store, odoo, subjects)
                .map(settled -> orders.stream()
                        .map(order ->
                                order.after(settled.getOrDefault(order.state().id(), Settled.NOTHING)))
                        .toList());
    }

    private static void conclude(List<PlacedOrder> orders, Outcomes outcomes) {
        orders.forEach(order -> order.problem()
                .ifPresentOrElse(
                        problem -> outcomes.failed(order.task(), problem),
                        () -> outcomes.processed(order.task(), order.note())));
    }
}

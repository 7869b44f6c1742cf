package io.shopoms.order;

import io.shopoms.order.cache.OrderCache;
import io.shopoms.order.cache.OrderLink;
import io.shopoms.order.cache.OrderLinks;
import io.shopoms.order.mapping.Admission;
import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.order.odoo.SaleOrders;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy.AmountsIn;
import io.shopoms.order.policy.OrderPolicy.TestOrders;
import io.shopoms.order.shopify.OrderJson;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the orders of a batch, finds their places in Odoo, and lets those go that get none. */
@ApplicationScoped
class OrderTriage {

    private final OrderLinks links;
    private final SaleOrders saleOrders;
    private final OrderPolicies policies;

    OrderTriage(OrderLinks links, SaleOrders saleOrders, OrderPolicies policies) {
        this.links = links;
        this.saleOrders = saleOrders;
        this.policies = policies;
    }

    /** The orders to work on; the others end in {@code outcomes}. */
    Uni<List<OrderTask>> tasks(Store store, OdooClient odoo, List<CacheEntry> entries, Outcomes outcomes) {
        List<Long> ids = entries.stream().map(CacheEntry::recordId).toList();
        return links.find(store.shop(), ids)
                .map(found -> read(policies.of(store.shop()).amountsIn(), entries, found, outcomes))
                .chain(tasks -> admitted(store, odoo, tasks, outcomes));
    }

    private static List<OrderTask> read(
            AmountsIn amountsIn, List<CacheEntry> entries, Map<Long, OrderLink> links, Outcomes outcomes) {
        List<OrderTask> tasks = new ArrayList<>();
        for (CacheEntry entry : entries) {
            try {
                tasks.add(new OrderTask(
                        OrderJson.decode(entry.format(), entry.raw(), amountsIn),
                        method(entry),
                        Optional.ofNullable(links.get(entry.recordId())),
                        entry.attempts() <= 1,
                        entry.version() > 1 || entry.attempts() > 1));
            } catch (SyncFailureException e) {
                outcomes.add(new Outcome.Failed(entry.recordId(), e.failure()));
            }
        }
        return tasks;
    }

    /** The column, not the order, knows whether it was COD once. */
    private static Optional<PaymentMethod> method(CacheEntry entry) {
        String label = entry.columns().get(OrderCache.PAYMENT_METHOD);
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.label().equals(label))
                .findFirst();
    }

    private Uni<List<OrderTask>> admitted(Store store, OdooClient odoo, List<OrderTask> tasks, Outcomes outcomes) {
        List<OrderTask> going = new ArrayList<>();
        List<OrderTask> doubtful = new ArrayList<>();
        for (OrderTask task : tasks) {
            Optional<String> refusal = refusal(store, task);
            if (refusal.isEmpty()) {
                going.add(task);
            } else if (task.seenBefore() && !task.order().test()) {
                doubtful.add(task);
            } else {
                outcomes.refused(task, refusal.get());
            }
        }
        return adopted(store, odoo, doubtful, outcomes).map(adopted -> {
            going.addAll(adopted);
            return going;
        });
    }

    private Optional<String> refusal(Store store, OrderTask task) {
        boolean testOrdersToo = policies.of(store.shop()).testOrders() == TestOrders.PROCESS;
        return task.link().isPresent() ? Optional.empty() : new Admission(testOrdersToo).refusal(task.order());
    }

    /**
     * An order that gets no place may have one all the same: a crash after it was made, before its link was stored. It must
     * not stay behind as a quotation that nobody follows.
     */
    private Uni<List<OrderTask>> adopted(Store store, OdooClient odoo, List<OrderTask> doubtful, Outcomes outcomes) {
        if (doubtful.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return saleOrders
                .find(
                        odoo,
                        doubtful.stream().map(task -> externalId(store, task)).toList())
                .chain(ids -> saleOrders
                        .states(odoo, List.copyOf(ids.values()))
                        .map(states -> sort(store, doubtful, ids, states, outcomes)))
                .chain(adopted -> {
                    List<OrderLink> fresh = adopted.stream()
                            .flatMap(task -> task.link().stream())
                            .toList();
                    return links.store(fresh, fresh).replaceWith(adopted);
                });
    }

    private List<OrderTask> sort(
            Store store,
            List<OrderTask> doubtful,
            Map<ExternalId, Long> ids,
            Map<Long, SaleOrderState> states,
            Outcomes outcomes) {
        List<OrderTask> adopted = new ArrayList<>();
        for (OrderTask task : doubtful) {
            SaleOrderState state = states.get(ids.getOrDefault(externalId(store, task), 0L));
            if (state == null) {
                outcomes.refused(task, refusal(store, task).orElseThrow());
            } else {
                adopted.add(task.linkedBy(LinkRules.first(store.shop(), task, state)));
            }
        }
        return adopted;
    }

    private static ExternalId externalId(Store store, OrderTask task) {
        return ExternalId.of(store.shop(), "order", task.order().id());
    }
}

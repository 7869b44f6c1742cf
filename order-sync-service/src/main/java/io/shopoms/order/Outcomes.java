package io.shopoms.order;

import io.shopoms.order.mapping.MoneyLedger;
import io.shopoms.order.mapping.SaleOrderState;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.cache.Outcome.Processed;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects what became of the orders of one batch. An order that fails at a stage ends here and the others go on; only what
 * concerns all of them, a misconfiguration, fails the batch.
 */
final class Outcomes {

    private static final String WAITS = "waits for its turn";

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final Map<Long, SaleOrderState> seen = new ConcurrentHashMap<>();
    private final Map<Long, MoneyLedger> ledgers = new ConcurrentHashMap<>();
    private final Set<Long> settled = ConcurrentHashMap.newKeySet();

    List<Outcome> all() {
        return new ArrayList<>(outcomes);
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    void processed(OrderTask task, String note) {
        outcomes.add(new Processed(task.id(), note));
    }

    /** An order that rightly gets no place in Odoo. */
    void refused(OrderTask task, String reason) {
        settled(task);
        processed(task, reason);
    }

    /** Odoo's stock accounts for the order, whatever else is still to be done for it. */
    void settled(OrderTask task) {
        settled.add(task.id());
    }

    boolean isSettled(CacheEntry entry) {
        return settled.contains(entry.recordId());
    }

    void failed(OrderTask task, SyncFailure failure) {
        outcomes.add(new Failed(task.id(), failure));
    }

    /** Odoo's state of an order, as last read or written. */
    void seen(OrderTask task, SaleOrderState state) {
        seen.put(task.id(), state);
    }

    /** Both sides' sums of an order, compared. */
    void compared(OrderTask task, MoneyLedger ledger) {
        ledgers.put(task.id(), ledger);
    }

    /** Empty if the order's sums were not compared. */
    Optional<MoneyLedger> ledger(OrderTask task) {
        return Optional.ofNullable(ledgers.get(task.id()));
    }

    /** Empty if nothing was seen of the order in Odoo. */
    Optional<SaleOrderState> lastSeen(OrderTask task) {
        return Optional.ofNullable(seen.get(task.id()));
    }

    /** What became of an order, in words. */
    String remark(OrderTask task) {
        return outcomes.stream()
                .filter(outcome -> outcome.recordId() == task.id())
                .map(outcome ->
                        outcome instanceof Failed failed ? failed.failure().message() : ((Processed) outcome).note())
                .findFirst()
                .orElse(WAITS);
    }

    /** Does pure work for one order; empty if it failed. */
    <T> Optional<T> attempt(OrderTask task, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (SyncFailureException e) {
            failed(task, e.failure());
            return Optional.empty();
        }
    }

    /** Does work for one order after the other; those that succeeded go on. */
    <T, R> Uni<List<R>> each(List<T> orders, Function<T, OrderTask> taskOf, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(order -> Uni.createFrom()
                        .deferred(() -> work.apply(order))
                        .map(Optional::of)
                        .onFailure(Outcomes::concernsOneOrder)
                        .recoverWithItem(failure -> {
                            failed(taskOf.apply(order), ((SyncFailureException) failure).failure());
                            return Optional.empty();
                        }))
                .collect()
                .asList()
                .map(results -> results.stream().flatMap(Optional::stream).toList());
    }

    private static boolean concernsOneOrder(Throwable failure) {
        return failure instanceof SyncFailureException e && !(e.failure() instanceof Misconfigured);
    }
}

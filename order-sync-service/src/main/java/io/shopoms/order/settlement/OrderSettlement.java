package io.shopoms.order.settlement;

import io.shopoms.order.mapping.ServiceProduct;
import io.shopoms.order.odoo.OdooReferences;
import io.shopoms.order.odoo.OrderAccounts;
import io.shopoms.order.policy.OrderPolicies;
import io.shopoms.order.policy.OrderPolicy;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings Odoo's accounting documents of orders to what policy and Shopify's newest record call for: invoices, then what was
 * paid of them, then a credit note for each refund, then what was paid back. Level-triggered like everything else: it looks
 * at the documents that are there, and every step may be repeated. Where policy asks for nothing, nothing is called.
 */
@ApplicationScoped
public class OrderSettlement {

    private final OrderAccounts accounts;
    private final OdooReferences references;
    private final OrderPolicies policies;
    private final InvoiceStep invoices;
    private final CreditNoteStep creditNotes;
    private final PaymentStep payments;
    private final Clock clock;

    OrderSettlement(
            OrderAccounts accounts,
            OdooReferences references,
            OrderPolicies policies,
            InvoiceStep invoices,
            CreditNoteStep creditNotes,
            PaymentStep payments,
            Clock clock) {
        this.accounts = accounts;
        this.references = references;
        this.policies = policies;
        this.invoices = invoices;
        this.creditNotes = creditNotes;
        this.payments = payments;
        this.clock = clock;
    }

    /**
     * Settles a batch; by sale order, those absent that policy asks nothing for. An order that fails is answered with its
     * problem, and the others go on. Fails only for what concerns all of them.
     */
    public Uni<Map<Long, Settled>> settle(Store store, OdooClient odoo, List<Subject> subjects) {
        OrderPolicy policy = policies.of(store.shop());
        List<Subject> due =
                subjects.stream().filter(subject -> isDue(policy, subject)).toList();
        if (due.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return run(store, odoo, policy)
                .chain(run -> started(run, due).chain(orders -> steps(run, orders)))
                .map(OrderSettlement::bySaleOrder)
                .onFailure(OrderSettlement::isMisconfigured)
                .transform(OrderSettlement::naming);
    }

    private static boolean isDue(OrderPolicy policy, Subject subject) {
        boolean refunded = !subject.order().refunds().isEmpty();
        return (policy.invoices() != Documents.NONE && (subject.live() || refunded))
                || (policy.creditNotes() != Documents.NONE && refunded);
    }

    private Uni<SettlementRun> run(Store store, OdooClient odoo, OrderPolicy policy) {
        return references
                .serviceProducts(store, odoo)
                .map(products -> new SettlementRun(
                        store,
                        odoo,
                        policy,
                        Optional.ofNullable(products.get(ServiceProduct.REFUND_ADJUSTMENT)),
                        Optional.ofNullable(products.get(ServiceProduct.ROUNDING)),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
    }

    private Uni<List<Progress>> started(SettlementRun run, List<Subject> subjects) {
        List<Long> ids = subjects.stream().map(Subject::saleOrderId).toList();
        return accounts.of(run.odoo(), ids)
                .map(found -> subjects.stream()
                        .filter(subject -> found.containsKey(subject.saleOrderId()))
                        .map(subject -> Progress.start(subject, found.get(subject.saleOrderId())))
                        .toList());
    }

    private Uni<List<Progress>> steps(SettlementRun run, List<Progress> orders) {
        return each(orders, order -> invoices.settle(run, order))
                .chain(now -> payments.withTransactions(run, now))
                .chain(now -> each(now, order -> payments.received(run, order)))
                .chain(now -> each(now, order -> creditNotes.settle(run, order)))
                .chain(now -> each(now, order -> payments.paidBack(run, order)));
    }

    /** One order after the other; one that failed is passed on as it is. */
    private static Uni<List<Progress>> each(List<Progress> orders, Function<Progress, Uni<Progress>> step) {
        return Multi.createFrom()
                .iterable(orders)
                .onItem()
                .transformToUniAndConcatenate(order -> order.problem().isPresent()
                        ? Uni.createFrom().item(order)
                        : Uni.createFrom()
                                .deferred(() -> step.apply(order))
                                .onFailure(OrderSettlement::concernsOneOrder)
                                .recoverWithItem(failure -> order.stopped(((SyncFailureException) failure).failure())))
                .collect()
                .asList();
    }

    private static Map<Long, Settled> bySaleOrder(List<Progress> orders) {
        Map<Long, Settled> settled = new HashMap<>();
        orders.forEach(order -> settled.put(order.subject().saleOrderId(), order.settled()));
        return settled;
    }

    private static boolean concernsOneOrder(Throwable failure) {
        return failure instanceof SyncFailureException && !isMisconfigured(failure);
    }

    private static boolean isMisconfigured(Throwable failure) {
        return failure instanceof SyncFailureException e && e.failure() instanceof Misconfigured;
    }

    private static Throwable naming(Throwable failure) {
        Misconfigured why = (Misconfigured) ((SyncFailureException) failure).failure();
        return new SyncFailureException(new Misconfigured(
                why.message(),
                why.remedy() + " Or have shopOMS make no such documents: shopoms.orders.invoices=none and"
                        + " shopoms.orders.credit-notes=none."));
    }
}

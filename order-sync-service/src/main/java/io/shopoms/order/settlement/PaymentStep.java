package io.shopoms.order.settlement;

import io.shopoms.order.mapping.accounting.AccountingDocument;
import io.shopoms.order.mapping.accounting.AccountingDocument.Kind;
import io.shopoms.order.mapping.accounting.AccountingDocument.State;
import io.shopoms.order.mapping.accounting.DocumentIds;
import io.shopoms.order.mapping.accounting.PaymentPlan;
import io.shopoms.order.odoo.Payments;
import io.shopoms.order.policy.OrderPolicy;
import io.shopoms.order.policy.OrderPolicy.Documents;
import io.shopoms.order.shopify.OrderTransactions;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.Transaction;
import io.shopoms.sync.odoo.ExternalId;
import io.shopoms.sync.shopify.ShopifyClients;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Books what was paid, and paid back, and reconciles it with the documents. Only while something of them is open: an order
 * whose documents are settled costs no call.
 */
@ApplicationScoped
class PaymentStep {

    private final ShopifyClients shopify;
    private final OrderTransactions transactions;
    private final Payments payments;

    PaymentStep(ShopifyClients shopify, OrderTransactions transactions, Payments payments) {
        this.shopify = shopify;
        this.transactions = transactions;
        this.payments = payments;
    }

    /** The orders with their transactions, those that have an open invoice; one call to Shopify for all. */
    Uni<List<Progress>> withTransactions(SettlementRun run, List<Progress> orders) {
        List<ShopifyOrder> open = orders.stream()
                .filter(order -> order.problem().isEmpty() && isBooked(run.policy()))
                .filter(order -> hasOpen(order, Kind.INVOICE))
                .map(Progress::order)
                .toList();
        if (open.isEmpty()) {
            return Uni.createFrom().item(orders);
        }
        return Uni.createFrom()
                .deferred(() -> transactions.of(shopify.of(run.store()), open))
                .map(found -> orders.stream()
                        .map(order -> order.paidBy(
                                found.getOrDefault(order.order().id().value(), List.of())))
                        .toList());
    }

    Uni<Progress> received(SettlementRun run, Progress order) {
        if (order.transactions().isEmpty()) {
            return Uni.createFrom().item(order);
        }
        PaymentPlan plan = PaymentPlan.received(
                run.store().shop(),
                order.order(),
                order.account(),
                order.transactions(),
                run.policy().journals(),
                run.today());
        return settled(run, order, plan, "paid");
    }

    Uni<Progress> paidBack(SettlementRun run, Progress order) {
        boolean due = isBooked(run.policy())
                && run.policy().creditNotes() == Documents.POSTED
                && hasOpen(order, Kind.CREDIT_NOTE);
        if (!due) {
            return Uni.createFrom().item(order);
        }
        List<Transaction> backs = order.order().refunds().stream()
                .filter(refund -> isCredited(run, order, refund))
                .flatMap(refund -> refund.transactions().stream())
                .toList();
        PaymentPlan plan = PaymentPlan.paidBack(
                run.store().shop(),
                order.order(),
                order.account(),
                backs,
                run.policy().journals(),
                run.today());
        return settled(run, order, plan, "paid back");
    }

    private static boolean isCredited(SettlementRun run, Progress order, Refund refund) {
        ExternalId id = DocumentIds.creditNote(run.store().shop(), order.order().id(), refund.id());
        return order.account().creditNotes().stream().anyMatch(note -> note.state() == State.POSTED && note.is(id));
    }

    private Uni<Progress> settled(SettlementRun run, Progress order, PaymentPlan plan, String word) {
        Progress noted = order.after(plan.remarks());
        if (plan.payments().isEmpty()) {
            return Uni.createFrom().item(noted);
        }
        List<Long> documents = order.account().documents().stream()
                .filter(document -> document.state() == State.POSTED)
                .map(AccountingDocument::id)
                .toList();
        return payments.settle(run.store(), run.odoo(), plan.payments(), documents)
                .replaceWith(noted.after(
                        plan.payments().size() == 1
                                ? "1 payment (" + word + ")"
                                : plan.payments().size() + " payments (" + word + ")"));
    }

    private static boolean hasOpen(Progress order, Kind kind) {
        return order.account().documents().stream()
                .anyMatch(document -> document.kind() == kind
                        && document.state() == State.POSTED
                        && document.residual().signum() > 0);
    }

    /** Payments belong to posted invoices. */
    private static boolean isBooked(OrderPolicy policy) {
        return policy.invoices() == Documents.POSTED && !policy.journals().isEmpty();
    }
}

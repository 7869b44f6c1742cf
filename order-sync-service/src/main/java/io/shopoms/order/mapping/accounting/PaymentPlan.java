package io.shopoms.order.mapping.accounting;

import io.shopoms.model.ShopDomain;
import io.shopoms.order.policy.JournalChoices;
import io.shopoms.order.shopify.Money;
import io.shopoms.order.shopify.ShopifyOrder;
import io.shopoms.order.shopify.Transaction;
import io.shopoms.order.shopify.Transaction.Kind;
import io.shopoms.order.shopify.Transaction.Status;
import io.shopoms.sync.odoo.ExternalId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The payments of an order: one for each transaction that moved money. An authorisation moves none, a pending transaction
 * none yet, a failed or voided one never.
 *
 * @param remarks what is not booked, for people
 */
public record PaymentPlan(List<PaymentDraft> payments, List<String> remarks) {

    public PaymentPlan {
        payments = List.copyOf(payments);
        remarks = List.copyOf(remarks);
    }

    /**
     * What the customer paid.
     *
     * @param transactions all of the order
     * @param today the date of a payment that Shopify gives none
     */
    public static PaymentPlan received(
            ShopDomain shop,
            ShopifyOrder order,
            OrderAccount account,
            List<Transaction> transactions,
            JournalChoices journals,
            LocalDate today) {
        Collected collected = new Collected(order, account, journals, today);
        for (Transaction transaction : transactions) {
            if (transaction.isReceived()) {
                BigDecimal kept = transaction.amount().amount().subtract(change(transaction, transactions));
                collected.add(DocumentIds.payment(shop, order.id(), transaction.id()), false, transaction, kept);
            } else if (transaction.status() == Status.PENDING && moves(transaction.kind())) {
                collected.remarks.add("a payment through " + transaction.gateway() + " is pending");
            }
        }
        return collected.plan();
    }

    /** What the merchant paid back with one refund. */
    public static PaymentPlan paidBack(
            ShopDomain shop,
            ShopifyOrder order,
            OrderAccount account,
            List<Transaction> transactions,
            JournalChoices journals,
            LocalDate today) {
        Collected collected = new Collected(order, account, journals, today);
        for (Transaction transaction : transactions) {
            if (transaction.isPaidBack()) {
                collected.add(
                        DocumentIds.refundPayment(shop, order.id(), transaction.id()),
                        true,
                        transaction,
                        transaction.amount().amount());
            }
        }
        return collected.plan();
    }

    private static boolean moves(Kind kind) {
        return kind == Kind.SALE || kind == Kind.CAPTURE;
    }

    /** What the cashier handed back of a payment in cash: it names the payment, or is of the first one in cash. */
    private static BigDecimal change(Transaction payment, List<Transaction> transactions) {
        boolean first = transactions.stream()
                .filter(Transaction::isReceived)
                .filter(transaction -> transaction.gateway().equals(payment.gateway()))
                .findFirst()
                .filter(payment::equals)
                .isPresent();
        return transactions.stream()
                .filter(transaction -> transaction.kind() == Kind.CHANGE && transaction.status() == Status.SUCCESS)
                .filter(transaction -> transaction
                        .parentId()
                        .map(payment.id()::equals)
                        .orElse(first && transaction.gateway().equals(payment.gateway())))
                .map(Transaction::amount)
                .map(Money::amount)
                .map(BigDecimal::abs)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Collects payments and remarks. */
    private static final class Collected {

        private final ShopifyOrder order;
        private final OrderAccount account;
        private final JournalChoices journals;
        private final LocalDate today;
        private final List<PaymentDraft> payments = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();

        Collected(ShopifyOrder order, OrderAccount account, JournalChoices journals, LocalDate today) {
            this.order = order;
            this.account = account;
            this.journals = journals;
            this.today = today;
        }

        void add(ExternalId id, boolean paidBack, Transaction transaction, BigDecimal amount) {
            if (amount.signum() <= 0) {
                return;
            }
            Optional<String> journal = journals.of(transaction.gateway());
            if (journal.isEmpty()) {
                remarks.add((paidBack ? "money paid back" : "a payment") + " through " + transaction.gateway()
                        + " is not booked: shopoms.orders.journals names no journal for it");
                return;
            }
            payments.add(new PaymentDraft(
                    id,
                    paidBack,
                    account.partnerId(),
                    amount,
                    account.currencyId(),
                    transaction
                            .processedAt()
                            .map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC))
                            .orElse(today),
                    order.name() + " " + transaction.gateway() + " " + transaction.id(),
                    journal.get()));
        }

        PaymentPlan plan() {
            return new PaymentPlan(payments, remarks.stream().distinct().toList());
        }
    }
}

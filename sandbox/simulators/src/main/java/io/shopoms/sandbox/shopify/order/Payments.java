package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.Transaction.Kind;
import io.shopoms.sandbox.shopify.order.Transaction.Status;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** The movements of an order's money, and their sums. */
public final class Payments {

    private static final List<Kind> RECEIPTS = List.of(Kind.SALE, Kind.CAPTURE);

    private final Order order;
    private final List<Transaction> all = new CopyOnWriteArrayList<>();

    Payments(Order order) {
        this.order = order;
    }

    public List<Transaction> all() {
        return List.copyOf(all);
    }

    /** In the order in which they were first used. */
    public List<String> gateways() {
        List<String> gateways = all.stream()
                .filter(each -> each.kind() != Kind.REFUND && each.kind() != Kind.VOID)
                .filter(each -> each.status() != Status.FAILURE)
                .map(Transaction::gateway)
                .distinct()
                .toList();
        return gateways.isEmpty() ? List.of(order.draft().gateway()) : gateways;
    }

    void add(Transaction transaction) {
        all.add(transaction);
    }

    /** Sales and captures that succeeded. */
    public List<Transaction> receipts() {
        return all.stream()
                .filter(each -> RECEIPTS.contains(each.kind()) && each.succeeded())
                .toList();
    }

    public MoneyBag received() {
        return sum(each -> RECEIPTS.contains(each.kind()) && each.succeeded());
    }

    public MoneyBag refunded() {
        return sum(each -> each.kind() == Kind.REFUND && each.succeeded());
    }

    /** Money received and not given back. */
    public MoneyBag net() {
        return received().minus(refunded());
    }

    /** What a receipt still can give back; refunds that are under way count as given. */
    public MoneyBag refundable(Transaction receipt) {
        return receipt.amount()
                .minus(sum(each ->
                        each.kind() == Kind.REFUND && each.parent() == receipt && each.status() != Status.FAILURE));
    }

    /** What is reserved on a card and neither captured nor released. */
    public MoneyBag capturable() {
        return openAuthorization().map(this::capturable).orElseGet(order::zero);
    }

    public MoneyBag capturable(Transaction authorization) {
        if (has(Kind.VOID, authorization)) {
            return order.zero();
        }
        return authorization
                .amount()
                .minus(sum(each -> each.kind() == Kind.CAPTURE && each.parent() == authorization && each.succeeded()));
    }

    Optional<Transaction> openAuthorization() {
        return all.stream()
                .filter(each -> each.kind() == Kind.AUTHORIZATION && each.succeeded())
                .filter(each -> capturable(each).isPositive())
                .findFirst();
    }

    /** A payment that was promised and did not arrive yet. */
    Optional<Transaction> promised() {
        return all.stream()
                .filter(each -> each.kind() == Kind.SALE && each.status() == Status.PENDING)
                .filter(each -> all.stream().noneMatch(later -> later.parent() == each))
                .findFirst();
    }

    public boolean voided() {
        return all.stream().anyMatch(each -> each.kind() == Kind.VOID);
    }

    /** Small change that the till gave (negative) or took, for receipts or for refunds. */
    public MoneyBag rounding(boolean refunds) {
        return order.zero()
                .plusAll(all.stream()
                        .filter(each -> (each.kind() == Kind.REFUND) == refunds && each.succeeded())
                        .flatMap(each -> each.rounding().stream())
                        .toList());
    }

    private boolean has(Kind kind, Transaction parent) {
        return all.stream().anyMatch(each -> each.kind() == kind && each.parent() == parent);
    }

    private MoneyBag sum(Predicate<Transaction> wanted) {
        return order.zero()
                .plusAll(all.stream().filter(wanted).map(Transaction::amount).toList());
    }
}

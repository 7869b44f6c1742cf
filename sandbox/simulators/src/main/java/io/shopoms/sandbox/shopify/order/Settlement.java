package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.Transaction.Kind;
import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Receives payments, as the merchant does in the admin. */
public final class Settlement {

    private final Shop shop;
    private final StoreEvents events;

    public Settlement(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * Records all that is outstanding as received.
     *
     * @throws IllegalArgumentException if nothing is outstanding
     */
    public void pay(Order order) {
        pay(order, null);
    }

    /**
     * Records a payment as received, by the gateway that promised it, else by hand.
     *
     * @param amount in the shop's currency; null for all that is outstanding
     * @throws IllegalArgumentException if less is outstanding
     */
    public void pay(Order order, BigDecimal amount) {
        MoneyBag due = order.outstanding();
        MoneyBag paid = amount == null ? due : Charging.amount(order, amount);
        if (!due.isPositive()
                || !paid.isPositive()
                || due.minus(paid).shopMoney().amount().signum() < 0) {
            throw new IllegalArgumentException("Order cannot be marked as paid.");
        }
        Optional<Transaction> promised = order.payments().promised();
        record(order, Kind.SALE, promised.map(Transaction::gateway).orElse("manual"), paid, promised.orElse(null));
    }

    /**
     * Takes what a card was authorized for.
     *
     * @param amount in the shop's currency; null for all of it
     * @throws IllegalArgumentException if no such amount is authorized
     */
    public void capture(Order order, BigDecimal amount) {
        Transaction authorization = order.payments()
                .openAuthorization()
                .orElseThrow(() -> new IllegalArgumentException("There is nothing to capture."));
        MoneyBag open = order.payments().capturable(authorization);
        MoneyBag captured = amount == null ? open : Charging.amount(order, amount);
        if (!captured.isPositive() || open.minus(captured).shopMoney().amount().signum() < 0) {
            throw new IllegalArgumentException("The amount to capture is more than what is authorized.");
        }
        record(order, Kind.CAPTURE, authorization.gateway(), captured, authorization);
    }

    /**
     * Releases what a card was authorized for.
     *
     * @throws IllegalArgumentException if nothing is authorized
     */
    public void voidAuthorization(Order order) {
        Instant now = shop.now();
        List<Transaction> voided = release(order, now);
        if (voided.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to void.");
        }
        order.touch(now);
        events.changed(StoreChange.of(
                order,
                Stream.concat(
                        voided.stream().map(each -> new StoreEvent("order_transactions/create", each)),
                        Stream.of(new StoreEvent("orders/updated", order)))));
    }

    List<Transaction> release(Order order, Instant now) {
        Optional<Transaction> voided = order.payments()
                .openAuthorization()
                .map(authorization -> new Transaction(
                        shop.nextId(),
                        order,
                        Kind.VOID,
                        Transaction.Status.SUCCESS,
                        authorization.gateway(),
                        order.payments().capturable(authorization),
                        null,
                        authorization,
                        now));
        voided.ifPresent(order::add);
        return voided.stream().toList();
    }

    private void record(Order order, Kind kind, String gateway, MoneyBag amount, Transaction parent) {
        Instant now = shop.now();
        Transaction transaction = new Transaction(
                shop.nextId(),
                order,
                kind,
                Transaction.Status.SUCCESS,
                gateway,
                amount,
                Charging.change(order, gateway, amount),
                parent,
                now);
        order.add(transaction);
        order.touch(now);
        Stream<String> topics = order.financialStatus() == FinancialStatus.PAID
                ? Stream.of("orders/paid", "orders/updated")
                : Stream.of("orders/updated");
        events.changed(StoreChange.of(
                order,
                Stream.concat(
                        Stream.of(new StoreEvent("order_transactions/create", transaction)),
                        topics.map(topic -> new StoreEvent(topic, order)))));
    }
}

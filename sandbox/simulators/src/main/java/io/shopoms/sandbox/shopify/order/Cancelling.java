package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Cancels orders, as the merchant does in the admin. */
public final class Cancelling {

    private static final Set<String> REASONS = Set.of("customer", "declined", "fraud", "inventory", "other", "staff");

    private final Shop shop;
    private final StoreEvents events;

    public Cancelling(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * Takes back all that is left of an order, gives back what was paid for it, and releases what was authorized.
     *
     * @throws IllegalArgumentException if it is cancelled already, something was shipped, or the reason is unknown
     */
    public void cancel(Order order, Cancellation how) {
        if (order.cancelledAt().isPresent()) {
            throw new IllegalArgumentException("Cannot cancel an order that has already been canceled");
        }
        if (!REASONS.contains(how.reason())) {
            throw new IllegalArgumentException("reason must be one of "
                    + String.join(", ", REASONS.stream().sorted().toList()));
        }
        if (order.lines().stream().anyMatch(line -> line.fulfilledQuantity() > 0)) {
            throw new IllegalArgumentException("Cannot cancel an order that has fulfillments");
        }
        Instant now = shop.now();
        RefundEntry entry = new RefundEntry(shop, order, now);
        takeBack(entry, order, how.restock() ? Refund.Restock.CANCEL : Refund.Restock.NO_RESTOCK);
        List<Transaction> voided = new Settlement(shop, events).release(order, now);
        order.markCancelled(how.reason(), now);
        order.close(now);
        Refund refund = entry.settle(how.refund() ? RefundEntry.Giving.ALL_OWED : null, how.note(), null);
        events.changed(StoreChange.of(
                order,
                Stream.concat(
                        voided.stream().map(each -> new StoreEvent("order_transactions/create", each)),
                        Refunding.events(refund, List.of("orders/cancelled", "orders/updated")))));
    }

    private static void takeBack(RefundEntry entry, Order order, Refund.Restock restock) {
        for (LineItem line : order.lines()) {
            if (line.currentQuantity() > 0 || line.fulfillableQuantity() > 0) {
                entry.takeBack(line, line.currentQuantity(), line.fulfillableQuantity(), restock);
            }
        }
        OrderCharges charges = order.charges();
        for (int i = 0; i < charges.shipping().size(); i++) {
            int index = i;
            MoneyBag left = order.prices()
                    .current(amounts -> amounts.shipping().get(index).net());
            if (!left.isZero()) {
                entry.takeBack(charges.shipping().get(i), left);
            }
        }
        for (int i = 0; i < charges.duties().size(); i++) {
            int index = i;
            MoneyBag left = order.prices()
                    .current(amounts -> amounts.duties().get(index).net());
            if (!left.isZero()) {
                entry.takeBack(charges.duties().get(i), left);
            }
        }
        List<MoneyBag> fees = charges.fees().stream()
                .map(fee -> order.prices()
                        .ordered(amounts ->
                                amounts.fees().get(charges.fees().indexOf(fee)).net()))
                .toList();
        for (int i = 0; i < fees.size(); i++) {
            charges.takeBack(charges.fees().get(i).id(), fees.get(i));
        }
        charges.takeTipBack();
        order.reprice();
    }
}

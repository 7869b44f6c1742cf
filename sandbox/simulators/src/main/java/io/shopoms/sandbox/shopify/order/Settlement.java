package io.shopoms.sandbox.shopify.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pays and cancels orders, as the merchant does in the admin. */
public final class Settlement {

    private static final Set<String> REASONS = Set.of("customer", "declined", "fraud", "inventory", "other", "staff");

    private final Shop shop;
    private final OrderEvents events;

    public Settlement(Shop shop, OrderEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * Records what is outstanding as received.
     *
     * @throws IllegalArgumentException if nothing is outstanding
     */
    public void pay(Order order) {
        MoneyBag due = order.outstanding();
        if (due.shopMoney().amount().signum() <= 0) {
            throw new IllegalArgumentException("Order cannot be marked as paid.");
        }
        Instant now = shop.now();
        order.add(new Transaction(
                shop.nextId(),
                Transaction.Kind.SALE,
                Transaction.Status.SUCCESS,
                order.draft().gateway(),
                due,
                null,
                now));
        order.touch(now);
        events.changed(new OrderChange(order, List.of("orders/paid", "orders/updated"), Optional.empty()));
    }

    /**
     * Takes every unit off that was not shipped, and gives back what was paid for the order.
     *
     * @param reason one of Shopify's, lower case
     * @throws IllegalArgumentException if it is cancelled already, something was shipped, or the reason is unknown
     */
    public void cancel(Order order, String reason, boolean restock) {
        if (order.cancelledAt().isPresent()) {
            throw new IllegalArgumentException("Cannot cancel an order that has already been canceled");
        }
        if (!REASONS.contains(reason)) {
            throw new IllegalArgumentException("reason must be one of "
                    + String.join(", ", REASONS.stream().sorted().toList()));
        }
        if (order.lines().stream().anyMatch(line -> line.fulfilledQuantity() > 0)) {
            throw new IllegalArgumentException("Cannot cancel an order that has fulfillments");
        }
        Instant now = shop.now();
        MoneyBag paid = order.netPayment();
        List<Refund.Line> returned = takeBack(order, restock, now);
        order.markCancelled(reason, now);
        if (paid.shopMoney().amount().compareTo(BigDecimal.ZERO) > 0) {
            order.add(new Transaction(
                    shop.nextId(),
                    Transaction.Kind.REFUND,
                    Transaction.Status.SUCCESS,
                    order.draft().gateway(),
                    paid,
                    sale(order),
                    now));
        }
        order.add(new Refund(shop.nextId(), now, null, returned, paid));
        order.touch(now);
        events.changed(new OrderChange(order, List.of("orders/cancelled", "orders/updated"), Optional.empty()));
    }

    private List<Refund.Line> takeBack(Order order, boolean restock, Instant now) {
        List<Refund.Line> returned = new ArrayList<>();
        OrderPrices prices = order.prices();
        for (LineItem line : order.lines()) {
            int units = line.currentQuantity();
            if (units == 0) {
                continue;
            }
            int index = order.indexOf(line);
            returned.add(new Refund.Line(
                    shop.nextId(),
                    order,
                    line,
                    units,
                    restock,
                    prices.current(amounts -> amounts.lines().get(index).net()),
                    prices.current(amounts -> amounts.lines().get(index).tax())));
            line.changeBy(-units);
            FulfillmentOrders.remove(order, line, units, now);
        }
        return returned;
    }

    private static Transaction sale(Order order) {
        return order.transactions().stream()
                .filter(each -> each.kind() == Transaction.Kind.SALE && each.status() == Transaction.Status.SUCCESS)
                .findFirst()
                .orElse(null);
    }
}

package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places orders, as a buyer does. */
public final class Checkout {

    private final Shop shop;
    private final OrderEvents events;

    public Checkout(Shop shop, OrderEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /** @throws IllegalArgumentException if a currency does not exist */
    public Order place(OrderDraft draft) {
        Currency currency = draft.currency() == null ? shop.currency() : Currency.getInstance(draft.currency());
        if (draft.presentmentCurrency() != null) {
            Currency.getInstance(draft.presentmentCurrency());
        }
        draft.discountRules();
        Instant at = draft.createdAtOr(shop.now()).truncatedTo(ChronoUnit.SECONDS);
        List<LineItem> lines = draft.lines().stream()
                .map(line -> new LineItem(shop.nextId(), line, shop.variant(line), false))
                .toList();
        Order order = new Order(
                shop.nextId(),
                shop.nextNumber(),
                draft,
                currency,
                shop.customer(draft, currency.getCurrencyCode()),
                lines,
                draft.shippingLines().stream().map(line -> shop.nextId()).toList(),
                at);
        route(order, lines, at);
        charge(order, at);
        shop.add(order);
        if (draft.webhooks()) {
            events.changed(new OrderChange(order, topics(order), Optional.empty()));
        }
        return order;
    }

    private static List<String> topics(Order order) {
        return order.financialStatus() == FinancialStatus.PAID
                ? List.of("orders/create", "orders/paid", "orders/updated")
                : List.of("orders/create", "orders/updated");
    }

    /** One fulfilment order for each location. */
    private void route(Order order, List<LineItem> lines, Instant at) {
        Map<Location, List<FulfillmentOrder.Line>> byLocation = new LinkedHashMap<>();
        for (LineItem line : lines) {
            byLocation
                    .computeIfAbsent(shop.location(line.draft().location()), location -> new ArrayList<>())
                    .add(new FulfillmentOrder.Line(shop.nextId(), line, line.quantity()));
        }
        byLocation.forEach(
                (location, parts) -> order.add(new FulfillmentOrder(shop.nextId(), order, location, parts, at)));
    }

    private void charge(Order order, Instant at) {
        MoneyBag total = order.prices().ordered(OrderAmounts::total);
        if (total.shopMoney().amount().signum() > 0) {
            order.add(new Transaction(
                    shop.nextId(),
                    Transaction.Kind.SALE,
                    order.draft().paid() ? Transaction.Status.SUCCESS : Transaction.Status.PENDING,
                    order.draft().gateway(),
                    total,
                    null,
                    at));
        }
    }
}

package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.inventory.Location;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Places orders, as a buyer does. */
public final class Checkout {

    private final Shop shop;
    private final StoreEvents events;

    public Checkout(Shop shop, StoreEvents events) {
        this.shop = shop;
        this.events = events;
    }

    /**
     * @throws IllegalArgumentException if a currency does not exist, payments come to more than the order, or there is too
     *     little of a tracked variant that is not to be oversold
     */
    public Order place(OrderDraft draft) {
        Currency currency = draft.currency() == null ? shop.currency() : Currency.getInstance(draft.currency());
        if (draft.presentmentCurrency() != null) {
            Currency.getInstance(draft.presentmentCurrency());
        }
        draft.discountRules();
        StockEffects.check(shop, draft.linesWithTip());
        Instant at = draft.createdAtOr(shop.now()).truncatedTo(ChronoUnit.SECONDS);
        List<LineItem> lines = lines(draft);
        Optional<Customer> before = shop.findCustomer(draft.email());
        Order order = new Order(
                shop.nextId(),
                shop.nextNumber(),
                draft,
                currency,
                draft.company() == null ? null : shop.company(draft.company()),
                lines,
                charges(draft, lines),
                at);
        new Charging(shop).charge(order, at);
        order.belongsTo(shop.customer(draft, currency.getCurrencyCode()));
        route(order, lines, at);
        shop.add(order);
        if (draft.webhooks()) {
            events.changed(StoreChange.of(order, events(order, before.isEmpty())));
        } else {
            shop.stock().drain();
        }
        return order;
    }

    private static Stream<StoreEvent> events(Order order, boolean newCustomer) {
        Stream<StoreEvent> customer = newCustomer
                ? order.customer().stream().map(each -> new StoreEvent("customers/create", each))
                : Stream.of();
        Stream<StoreEvent> transactions =
                order.transactions().stream().map(each -> new StoreEvent("order_transactions/create", each));
        List<String> topics = order.financialStatus() == FinancialStatus.PAID
                ? List.of("orders/create", "orders/paid", "orders/updated")
                : List.of("orders/create", "orders/updated");
        return Stream.of(customer, transactions, topics.stream().map(topic -> new StoreEvent(topic, order)))
                .flatMap(each -> each);
    }

    private List<LineItem> lines(OrderDraft draft) {
        Map<DraftBundle, LineGroup> groups = new LinkedHashMap<>();
        return draft.linesWithTip().stream()
                .map(line -> new LineItem(
                        shop.nextId(),
                        line,
                        shop.variant(line),
                        line.bundle() == null
                                ? null
                                : groups.computeIfAbsent(
                                        line.bundle(),
                                        bundle -> new LineGroup(
                                                shop.nextId(),
                                                bundle,
                                                shop.variant(bundle.sku(), bundle.title(), BigDecimal.ZERO))),
                        false))
                .toList();
    }

    private OrderCharges charges(OrderDraft draft, List<LineItem> lines) {
        return new OrderCharges(
                draft.shippingLines().stream()
                        .map(line -> new ShippingLine(shop.nextId(), line, false))
                        .toList(),
                lines.stream()
                        .flatMap(
                                line -> line.draft().duties().stream().map(duty -> new Duty(shop.nextId(), line, duty)))
                        .toList(),
                draft.fees().stream().map(fee -> new Fee(shop.nextId(), fee)).toList());
    }

    /** One fulfilment order for each location; a tip is nothing to be shipped. */
    private void route(Order order, List<LineItem> lines, Instant at) {
        Map<Location, List<FulfillmentOrder.Line>> byLocation = new LinkedHashMap<>();
        StockEffects effects = new StockEffects(shop);
        for (LineItem line : lines) {
            if (!line.isTip()) {
                effects.route(line, line.quantity()).forEach((location, units) -> {
                    FulfillmentOrder.Line part = new FulfillmentOrder.Line(shop.nextId(), line, units);
                    effects.take(part, location, units);
                    byLocation
                            .computeIfAbsent(location, each -> new ArrayList<>())
                            .add(part);
                });
            }
        }
        byLocation.forEach(
                (location, parts) -> order.add(new FulfillmentOrder(shop.nextId(), order, location, parts, at)));
    }
}

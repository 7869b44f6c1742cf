package io.shopoms.sandbox.shopify.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A store with a clock that tests move, and all that it told of. */
final class ShopFixture {

    final List<OrderChange> changes = new ArrayList<>();
    final Shop shop;
    final Checkout checkout;
    final OrderEditing editing;
    final Settlement settlement;
    final Fulfilling fulfilling;
    private Instant now = Instant.parse("2026-11-20T10:15:30.750Z");

    ShopFixture() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        shop = new Shop("acme.myshopify.com", Currency.getInstance("USD"), ZoneId.of("America/New_York"), clock);
        checkout = new Checkout(shop, changes::add);
        editing = new OrderEditing(shop, changes::add);
        settlement = new Settlement(shop, changes::add);
        fulfilling = new Fulfilling(shop, changes::add);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Order place(String draft) {
        return checkout.place(OrderDraft.parse(draft));
    }

    List<String> lastTopics() {
        return changes.get(changes.size() - 1).topics();
    }

    /** Ships units of one line of the order's fulfilment order at {@code index}. */
    Outcome<Fulfillment> ship(Order order, int index, int units) {
        FulfillmentOrder from = order.fulfillmentOrders().get(index);
        return fulfilling.create(new Shipment(
                List.of(new Shipment.Part(
                        from.id(),
                        List.of(new Shipment.Units(from.lines().get(0).id(), units)))),
                List.of(new TrackingInfo("UPS", "1Z999", null))));
    }
}

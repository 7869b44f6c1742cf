package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.shopoms.sandbox.fault.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A store with a clock that tests move, and all that it told of. */
final class ShopFixture {

    final List<StoreChange> changes = new ArrayList<>();
    final Shop shop;
    final Checkout checkout;
    final OrderEditing editing;
    final Settlement settlement;
    final Cancelling cancelling;
    final Refunding refunding;
    final Returning returning;
    final Fulfilling fulfilling;
    final CustomerDesk customers;
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
        Merchant merchant = Merchant.of(shop, changes::add);
        editing = merchant.editing();
        settlement = merchant.settlement();
        cancelling = merchant.cancelling();
        refunding = merchant.refunding();
        returning = merchant.returning();
        fulfilling = merchant.fulfilling();
        customers = merchant.customers();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Order place(String draft) {
        return checkout.place(OrderDraft.parse(draft));
    }

    Refund refund(Order order, String wish) {
        try {
            return refunding.refund(order, RefundWish.from(Json.MAPPER.readTree(wish)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
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

package io.shopoms.sandbox.shopify.order;

/** All that the people of a store can do in its admin, and apps in its Admin API. */
public record Merchant(
        OrderEditing editing,
        Settlement settlement,
        Cancelling cancelling,
        Refunding refunding,
        Returning returning,
        Fulfilling fulfilling,
        CustomerDesk customers) {

    public static Merchant of(Shop shop, StoreEvents events) {
        return new Merchant(
                new OrderEditing(shop, events),
                new Settlement(shop, events),
                new Cancelling(shop, events),
                new Refunding(shop, events),
                new Returning(shop, events),
                new Fulfilling(shop, events),
                new CustomerDesk(shop, events));
    }
}

package io.shopoms.sandbox.shopify.order;

import java.time.Instant;
import java.util.List;

/** Units taken back from an order, and the money that went back with them. */
public record Refund(long id, Instant createdAt, String note, List<Line> lines, MoneyBag total) {

    /** @param restocked whether the units went back into stock */
    public record Line(
            long id,
            Order order,
            LineItem lineItem,
            int quantity,
            boolean restocked,
            MoneyBag subtotal,
            MoneyBag tax) {}
}

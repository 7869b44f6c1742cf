package io.shopoms.sandbox.shopify.order;

import io.shopoms.sandbox.shopify.order.money.MoneyBag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gives money back the way it came; a gift card last, so that the buyer sees cash first. */
final class GivingBack {

    private final Shop shop;
    private final Order order;

    GivingBack(Shop shop, Order order) {
        this.shop = shop;
        this.order = order;
    }

    /** @param amount may be more than was received: then the last receipt gives back too much */
    List<Transaction> give(MoneyBag amount, boolean pending, Instant now) {
        List<Transaction> receipts = order.payments().receipts().stream()
                .sorted(Comparator.comparing(each -> Transaction.GIFT_CARD.equals(each.gateway())))
                .toList();
        List<Transaction> given = new ArrayList<>();
        MoneyBag left = amount;
        for (Transaction receipt : receipts) {
            boolean last = receipt == receipts.get(receipts.size() - 1);
            MoneyBag part = last ? left : left.min(order.payments().refundable(receipt));
            if (part.isPositive()) {
                Transaction refund = new Transaction(
                        shop.nextId(),
                        order,
                        Transaction.Kind.REFUND,
                        pending ? Transaction.Status.PENDING : Transaction.Status.SUCCESS,
                        receipt.gateway(),
                        part,
                        Charging.change(order, receipt.gateway(), part),
                        receipt,
                        now);
                order.add(refund);
                given.add(refund);
                left = left.minus(part);
            }
        }
        return given;
    }
}

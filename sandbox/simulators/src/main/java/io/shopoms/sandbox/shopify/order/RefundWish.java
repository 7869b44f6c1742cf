package io.shopoms.sandbox.shopify.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * What a merchant gives back, as {@code POST /control/orders/{id}/refund} takes it. Nothing but an amount is a refund of
 * money alone.
 *
 * @param shipping true to give back all shipping
 * @param shippingAmount part of the shipping, before taxes that are not included; null for none
 * @param duties true to give back the duties of the refunded units
 * @param amount in the shop's currency; null for what is owed once the rest is taken back
 * @param pending true if the payment provider needs time
 * @param reason why {@code amount} differs from what is owed: customer, damage, restock; null for none of them
 * @param allowOverRefunding true to give back more than was paid
 * @param keepMoney true to take units back without giving money back, which is then owed
 */
public record RefundWish(
        List<Line> lines,
        Boolean shipping,
        BigDecimal shippingAmount,
        Boolean duties,
        BigDecimal amount,
        Boolean pending,
        String reason,
        String note,
        Boolean allowOverRefunding,
        Boolean keepMoney) {

    /**
     * @param sku of the line, or the title of a line without one; not needed beside {@code line}
     * @param line the line's id; null to find it by its SKU
     * @param restock {@code no_restock} (default), {@code cancel} or {@code return}
     */
    public record Line(String sku, Long line, Integer quantity, String restock) {

        public Line {
            if (sku == null && line == null) {
                throw new IllegalArgumentException("a refunded line is named by its sku or its id");
            }
            if (quantity == null || quantity < 1) {
                throw new IllegalArgumentException("a refunded line needs a quantity of 1 or more");
            }
            restock = restock == null ? "no_restock" : restock.toLowerCase(Locale.ROOT);
            if (!restock.matches("no_restock|cancel|return")) {
                throw new IllegalArgumentException("restock is no_restock, cancel or return");
            }
        }

        Refund.Restock restockType() {
            return Refund.Restock.valueOf(restock.toUpperCase(Locale.ROOT));
        }
    }

    public RefundWish {
        lines = lines == null ? List.of() : List.copyOf(lines);
        shipping = shipping != null && shipping;
        duties = duties != null && duties;
        pending = pending != null && pending;
        allowOverRefunding = allowOverRefunding != null && allowOverRefunding;
        keepMoney = keepMoney != null && keepMoney;
        if ((amount != null && amount.signum() < 0) || (shippingAmount != null && shippingAmount.signum() < 0)) {
            throw new IllegalArgumentException("a refund's amounts are 0 or more");
        }
        if (reason != null && !reason.matches("customer|damage|restock|other")) {
            throw new IllegalArgumentException("reason is customer, damage, restock or other");
        }
    }

    /** @throws IllegalArgumentException naming the field that is unknown or wrong */
    public static RefundWish from(JsonNode json) {
        return Drafts.read(json, RefundWish.class);
    }

    /** Money alone. */
    public static RefundWish ofAmount(String amount) {
        return new RefundWish(null, null, null, null, new BigDecimal(amount), null, null, null, null, null);
    }

    /** Units of one line, and what is owed for them. */
    public static RefundWish ofLine(String sku, int quantity, String restock) {
        List<Line> lines = List.of(new Line(sku, null, quantity, restock));
        return new RefundWish(lines, null, null, null, null, null, null, null, null, null);
    }

    Refund.Reason discrepancy() {
        return reason == null || reason.equals("other")
                ? Refund.Reason.REFUND_DISCREPANCY
                : Refund.Reason.valueOf(reason.toUpperCase(Locale.ROOT));
    }
}

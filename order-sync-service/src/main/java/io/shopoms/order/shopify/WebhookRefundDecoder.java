package io.shopoms.order.shopify;

import io.shopoms.order.shopify.Refund.Adjustment;
import io.shopoms.order.shopify.Refund.Line;
import io.shopoms.order.shopify.Refund.Shipping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the refunds in a webhook's order. Goods' amounts are numbers there, all others texts. */
final class WebhookRefundDecoder {

    /** How refunded shipping was told before {@code refund_shipping_lines} existed. */
    private static final String SHIPPING_ADJUSTMENT = "shipping_refund";

    private final Amounts amounts;

    WebhookRefundDecoder(Amounts amounts) {
        this.amounts = amounts;
    }

    Refund refund(PayloadReader refund) {
        List<Shipping> shipping = new ArrayList<>();
        List<Adjustment> adjustments = new ArrayList<>();
        refund.list("refund_shipping_lines").forEach(line -> shipping.add(shipping(line)));
        boolean shippingIsKnown = !shipping.isEmpty();
        for (PayloadReader adjustment : refund.list("order_adjustments")) {
            Adjustment read = adjustment(adjustment);
            if (!SHIPPING_ADJUSTMENT.equals(adjustment.text("kind").orElse(""))) {
                adjustments.add(read);
            } else if (!shippingIsKnown) {
                Money none = amounts.zero();
                shipping.add(new Shipping(Optional.empty(), none.minus(read.amount()), none.minus(read.tax())));
            }
        }
        return new Refund(
                refund.requiredId("id"),
                refund.instant("created_at").orElseThrow(() -> refund.invalid("created_at", "a date")),
                refund.text("note"),
                refund.list("refund_line_items").stream().map(this::line).toList(),
                shipping,
                adjustments,
                duties(refund),
                refund.list("transactions").stream().map(this::transaction).toList());
    }

    private Line line(PayloadReader line) {
        return new Line(
                line.id("id"),
                line.requiredId("line_item_id"),
                line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number")),
                RestockType.of(line.text("restock_type")),
                line.id("location_id"),
                amounts.requiredTold(line, "subtotal"),
                amounts.told(line, "total_tax").orElse(amounts.zero()));
    }

    private Shipping shipping(PayloadReader line) {
        return new Shipping(
                line.id("shipping_line_id").or(() -> line.at("shipping_line").id("id")),
                amounts.requiredTold(line, "subtotal_amount"),
                amounts.told(line, "tax_amount").orElse(amounts.zero()));
    }

    private Adjustment adjustment(PayloadReader adjustment) {
        return new Adjustment(
                Canonical.word(adjustment.text("reason").or(() -> adjustment.text("kind"))),
                amounts.requiredTold(adjustment, "amount"),
                amounts.told(adjustment, "tax_amount").orElse(amounts.zero()));
    }

    private Money duties(PayloadReader refund) {
        List<PayloadReader> duties = refund.list("duties");
        return duties.isEmpty()
                ? amounts.told(refund, "total_duties").orElse(amounts.zero())
                : duties.stream()
                        .map(duty -> amounts.requiredTold(duty, "amount"))
                        .reduce(amounts.zero(), Money::plus);
    }

    private Transaction transaction(PayloadReader transaction) {
        return new Transaction(
                transaction.requiredId("id"),
                Transaction.Kind.of(transaction.text("kind")),
                Transaction.Status.of(transaction.text("status")),
                transaction.text("gateway").orElse(""),
                amounts.converted(transaction, "amount", transaction.text("currency"))
                        .orElseThrow(() -> transaction.invalid("amount", "an amount")),
                transaction.instant("processed_at"),
                transaction.id("parent_id"),
                transaction.flag("test"));
    }
}

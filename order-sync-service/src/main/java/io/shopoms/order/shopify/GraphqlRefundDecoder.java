package io.shopoms.order.shopify;

import io.shopoms.order.shopify.Refund.Adjustment;
import io.shopoms.order.shopify.Refund.Line;
import io.shopoms.order.shopify.Refund.Shipping;
import java.time.Instant;

/** Reads the refunds of an order node. */
final class GraphqlRefundDecoder {

    private final Amounts amounts;

    GraphqlRefundDecoder(Amounts amounts) {
        this.amounts = amounts;
    }

    Refund refund(PayloadReader refund) {
        Instant createdAt = refund.instant("createdAt")
                .or(() -> refund.instant("processedAt"))
                .orElseThrow(() -> refund.invalid("createdAt", "a date"));
        return new Refund(
                refund.requiredId("id"),
                createdAt,
                refund.text("note"),
                refund.wholeConnection("refundLineItems").stream()
                        .map(this::line)
                        .toList(),
                refund.wholeConnection("refundShippingLines").stream()
                        .map(this::shipping)
                        .toList(),
                refund.wholeConnection("orderAdjustments").stream()
                        .map(this::adjustment)
                        .toList(),
                refund.list("duties").stream()
                        .map(duty -> amounts.requiredBag(duty, "amountSet"))
                        .reduce(amounts.zero(), Money::plus),
                refund.wholeConnection("transactions").stream()
                        .map(this::transaction)
                        .toList());
    }

    private Line line(PayloadReader line) {
        return new Line(
                line.id("id"),
                line.at("lineItem").requiredId("id"),
                line.count("quantity").orElseThrow(() -> line.invalid("quantity", "a whole number")),
                RestockType.of(line.text("restockType")),
                line.at("location").id("id"),
                amounts.requiredBag(line, "subtotalSet"),
                amounts.bag(line, "totalTaxSet").orElse(amounts.zero()));
    }

    private Shipping shipping(PayloadReader line) {
        return new Shipping(
                line.at("shippingLine").id("id"),
                amounts.requiredBag(line, "subtotalAmountSet"),
                amounts.bag(line, "taxAmountSet").orElse(amounts.zero()));
    }

    private Adjustment adjustment(PayloadReader adjustment) {
        return new Adjustment(
                Canonical.word(adjustment.text("reason")),
                amounts.requiredBag(adjustment, "amountSet"),
                amounts.bag(adjustment, "taxAmountSet").orElse(amounts.zero()));
    }

    private Transaction transaction(PayloadReader transaction) {
        return new Transaction(
                transaction.requiredId("id"),
                Transaction.Kind.of(transaction.text("kind")),
                Transaction.Status.of(transaction.text("status")),
                transaction.text("gateway").orElse(""),
                amounts.requiredBag(transaction, "amountSet"),
                transaction.instant("processedAt"),
                transaction.at("parentTransaction").id("id"),
                transaction.flag("test"));
    }
}

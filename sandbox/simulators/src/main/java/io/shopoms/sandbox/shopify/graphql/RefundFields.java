package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.order.OrderReturn;
import io.shopoms.sandbox.shopify.order.Refund;
import io.shopoms.sandbox.shopify.order.Transaction;

/** The fields of refunds, returns and payments. */
final class RefundFields {

    private RefundFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        transactions(wiring);
        refunds(wiring);
        parts(wiring);
        TypeFields.of("Return", OrderReturn.class)
                .field("id", each -> Gid.of("Return", each.id()))
                .field("name", OrderReturn::name)
                .field("createdAt", OrderReturn::createdAt)
                .field("order", OrderReturn::order)
                .field("status", each -> "CLOSED")
                .field(
                        "totalQuantity",
                        each -> each.lines().stream()
                                .mapToInt(OrderReturn.Line::quantity)
                                .sum())
                .connection(
                        "refunds",
                        each -> each.order().refunds().stream()
                                .filter(refund -> refund.settledReturn()
                                        .filter(each::equals)
                                        .isPresent())
                                .toList())
                .addTo(wiring);
    }

    private static void transactions(RuntimeWiring.Builder wiring) {
        TypeFields.of("OrderTransaction", Transaction.class)
                .field("id", each -> Gid.of("OrderTransaction", each.id()))
                .field("kind", Transaction::kind)
                .field("status", Transaction::status)
                .field("gateway", Transaction::gateway)
                .field("formattedGateway", Transaction::gateway)
                .field("amountSet", Transaction::amount)
                .field("amountRoundingSet", each -> each.rounding().orElse(null))
                .field("createdAt", Transaction::processedAt)
                .field("processedAt", Transaction::processedAt)
                .field("parentTransaction", Transaction::parent)
                .field("order", Transaction::order)
                .field(
                        "paymentId",
                        each -> each.order().name() + "."
                                + (each.order().transactions().indexOf(each) + 1))
                .field("manualPaymentGateway", Transaction::manual)
                .field("manuallyCapturable", RefundFields::isCapturable)
                .field(
                        "totalUnsettledSet",
                        each -> isCapturable(each) ? each.order().payments().capturable(each) : null)
                .field("test", each -> each.order().draft().test())
                .addTo(wiring);
    }

    private static boolean isCapturable(Transaction transaction) {
        return transaction.kind() == Transaction.Kind.AUTHORIZATION
                && transaction.succeeded()
                && transaction.order().payments().capturable(transaction).isPositive();
    }

    private static void refunds(RuntimeWiring.Builder wiring) {
        TypeFields.of("Refund", Refund.class)
                .ids("Refund", Refund::id)
                .field("createdAt", Refund::createdAt)
                .field("updatedAt", Refund::createdAt)
                .field("processedAt", Refund::createdAt)
                .field("note", Refund::note)
                .field("order", Refund::order)
                .field("return", each -> each.settledReturn().orElse(null))
                .field("totalRefundedSet", Refund::total)
                .field("duties", Refund::duties)
                .connection("refundLineItems", Refund::lines)
                .connection("refundShippingLines", Refund::shipping)
                .connection(
                        "orderAdjustments",
                        each -> each.adjustments().stream()
                                .map(adjustment -> new AdjustmentOf(each, adjustment))
                                .toList())
                .connection("transactions", Refund::transactions)
                .addTo(wiring);
    }

    private static void parts(RuntimeWiring.Builder wiring) {
        TypeFields.of("RefundLineItem", Refund.Line.class)
                .field("id", each -> Gid.of("RefundLineItem", each.id()))
                .field("lineItem", each -> LineView.Item.of(each.order(), each.lineItem()))
                .field("quantity", Refund.Line::quantity)
                .field("restocked", Refund.Line::restocked)
                .field("restockType", Refund.Line::restock)
                .field("location", Refund.Line::location)
                .field(
                        "priceSet",
                        each -> LineView.Item.of(each.order(), each.lineItem()).bag(amounts -> amounts.unitPrice()))
                .field("subtotalSet", Refund.Line::subtotal)
                .field("totalTaxSet", Refund.Line::tax)
                .addTo(wiring);
        TypeFields.of("RefundShippingLine", Refund.Shipping.class)
                .field("id", each -> Gid.of("RefundShippingLine", each.id()))
                .field("shippingLine", each -> LineView.Shipping.of(each.order(), each.shippingLine()))
                .field("subtotalAmountSet", Refund.Shipping::subtotal)
                .field("taxAmountSet", Refund.Shipping::tax)
                .addTo(wiring);
        TypeFields.of("OrderAdjustment", AdjustmentOf.class)
                .field("id", each -> Gid.of("OrderAdjustment", each.adjustment().id()))
                .field("amountSet", each -> each.adjustment().amount())
                .field("reason", each -> each.adjustment().reason())
                .field("taxAmountSet", each -> each.refund().order().zero())
                .addTo(wiring);
        TypeFields.of("RefundDuty", Refund.DutyBack.class)
                .field("amountSet", Refund.DutyBack::amount)
                .field("originalDuty", each -> new ChargeView.OfDuty(each.order(), each.duty()))
                .addTo(wiring);
    }

    /** An adjustment with the refund whose currencies it has. */
    record AdjustmentOf(Refund refund, Refund.Adjustment adjustment) {}
}

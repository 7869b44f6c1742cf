package io.shopoms.order.mapping.accounting;

import io.shopoms.order.shopify.FinancialStatus;
import io.shopoms.order.shopify.Refund;
import io.shopoms.order.shopify.RestockType;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.List;

/** Variants of orders and drafts. */
final class RefundedOrders {

    private RefundedOrders() {}

    /** The order with another refund in the place of its first. */
    static ShopifyOrder with(ShopifyOrder o, Refund refund) {
        return withRefunds(o, List.of(refund));
    }

    /** The order whose refunded units go another way. */
    static ShopifyOrder restocked(ShopifyOrder o, RestockType restock) {
        return withRefunds(
                o,
                o.refunds().stream()
                        .map(refund -> new Refund(
                                refund.id(),
                                refund.createdAt(),
                                refund.note(),
                                refund.lines().stream()
                                        .map(line -> new Refund.Line(
                                                line.id(),
                                                line.lineId(),
                                                line.quantity(),
                                                restock,
                                                line.locationId(),
                                                line.subtotal(),
                                                line.tax()))
                                        .toList(),
                                refund.shipping(),
                                refund.adjustments(),
                                refund.duties(),
                                refund.transactions()))
                        .toList());
    }

    static DocumentDraft with(DocumentDraft d, List<DocumentDraft.Line> lines) {
        return new DocumentDraft(
                d.id(),
                d.kind(),
                d.partnerId(),
                d.date(),
                d.reference(),
                d.origin(),
                d.currencyId(),
                d.reverses(),
                lines);
    }

    static ShopifyOrder paid(ShopifyOrder o, FinancialStatus status) {
        return with(o, o.refunds(), status);
    }

    private static ShopifyOrder withRefunds(ShopifyOrder o, List<Refund> refunds) {
        return with(o, refunds, o.financialStatus());
    }

    private static ShopifyOrder with(ShopifyOrder o, List<Refund> refunds, FinancialStatus status) {
        return new ShopifyOrder(
                o.id(),
                o.name(),
                o.orderedAt(),
                o.updatedAt(),
                o.cancelledAt(),
                o.test(),
                o.taxesIncluded(),
                o.taxExempt(),
                o.sourceName(),
                o.currency(),
                o.shopCurrency(),
                o.presentmentCurrency(),
                status,
                o.fulfillmentStatus(),
                o.gateways(),
                o.email(),
                o.phone(),
                o.note(),
                o.poNumber(),
                o.tags(),
                o.attributes(),
                o.discountCodes(),
                o.customer(),
                o.company(),
                o.billingAddress(),
                o.shippingAddress(),
                o.lines(),
                o.shippingLines(),
                o.fees(),
                refunds,
                o.totals());
    }
}

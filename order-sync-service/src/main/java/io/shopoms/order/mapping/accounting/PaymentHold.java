package io.shopoms.order.mapping.accounting;

import io.shopoms.order.mapping.PaymentMethod;
import io.shopoms.order.policy.OrderPolicy.UnpaidOrders;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.Optional;

/** Whether an order stays a quotation until money came in. Cash on delivery never waits: its money comes last. */
public final class PaymentHold {

    private static final String REASON =
            "held as a quotation: nothing is paid or authorised yet (shopoms.orders.unpaid-orders)";

    private PaymentHold() {}

    /** Why the order waits; empty if it does not. */
    public static Optional<String> reason(ShopifyOrder order, Optional<PaymentMethod> method, UnpaidOrders policy) {
        boolean waits = policy == UnpaidOrders.HOLD
                && !method.equals(Optional.of(PaymentMethod.COD))
                && order.totals().total().amount().signum() > 0
                && isUnpaid(order);
        return waits ? Optional.of(REASON) : Optional.empty();
    }

    private static boolean isUnpaid(ShopifyOrder order) {
        return switch (order.financialStatus()) {
            case PENDING, VOIDED, EXPIRED -> true;
            case AUTHORIZED, PARTIALLY_PAID, PAID, PARTIALLY_REFUNDED, REFUNDED, OTHER -> false;
        };
    }
}

package io.shopoms.order.mapping;

import io.shopoms.order.shopify.FinancialStatus;
import io.shopoms.order.shopify.ShopifyOrder;
import java.util.Optional;

/** Which orders get a place in Odoo. Asked only while they have none: what is there is kept in step. */
public final class Admission {

    private final boolean testOrdersToo;

    /** @param testOrdersToo whether orders of a test gateway are processed like real ones */
    public Admission(boolean testOrdersToo) {
        this.testOrdersToo = testOrdersToo;
    }

    /** Why the order is not created in Odoo; empty when it is. */
    public Optional<String> refusal(ShopifyOrder order) {
        if (order.test() && !testOrdersToo) {
            return Optional.of("test order, ignored (shopoms.orders.test-orders)");
        }
        if (order.cancelledAt().isPresent()) {
            return Optional.of("cancelled before it reached Odoo");
        }
        if (order.financialStatus() == FinancialStatus.VOIDED) {
            return Optional.of("payment voided before it reached Odoo");
        }
        if (OrderLines.remaining(order).findAny().isEmpty()
                && order.totals().total().isZero()) {
            return Optional.of("nothing left of it when it reached Odoo");
        }
        return Optional.empty();
    }
}

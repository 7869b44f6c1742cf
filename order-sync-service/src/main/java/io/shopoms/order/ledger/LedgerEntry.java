package io.shopoms.order.ledger;

import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.order.mapping.MoneyLedger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one order is worth in Shopify and in Odoo.
 *
 * @param orderedOn the day on which it was placed, in UTC
 * @param currency of all amounts
 * @param shopifyTotal after edits, refunds and removals, with tax
 * @param shopifyTax the tax in it
 * @param odooTotal with tax; 0 for a cancelled order, absent while it is not in Odoo
 * @param odooTax the tax in it
 * @param rounding what the rounding line carries; part of {@code odooTotal}
 * @param remark what the comparison said, or why the order is not in Odoo
 * @param sums both sides part by part, once they were compared
 */
public record LedgerEntry(
        ShopDomain shop,
        ShopifyId orderId,
        String orderName,
        LocalDate orderedOn,
        String currency,
        BigDecimal shopifyTotal,
        BigDecimal shopifyTax,
        Optional<BigDecimal> odooTotal,
        Optional<BigDecimal> odooTax,
        BigDecimal rounding,
        Verdict verdict,
        String remark,
        Optional<MoneyLedger> sums) {

    /** How an order's two worths compare. */
    public enum Verdict {
        EQUAL,
        /** Equal through a rounding line. */
        ROUNDED,
        /** They differ, and the remark says why that is right. */
        EXPLAINED,
        DIFFERS,
        /** Not in Odoo: it waits, or it failed. */
        ABSENT
    }
}

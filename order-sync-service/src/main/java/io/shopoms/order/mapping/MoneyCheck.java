package io.shopoms.order.mapping;

import io.shopoms.order.mapping.MoneyLedger.Agreement;
import io.shopoms.order.mapping.MoneyLedger.Entry;
import io.shopoms.order.shopify.ShopifyOrder;
import java.math.BigDecimal;

/**
 * Compares Odoo's money with Shopify's, to the minor unit. A small residual (the two may round taxes differently) goes on
 * one explicit line; anything else is named and a person decides. Equal totals do not hide unequal taxes: these may differ
 * by no more than a rounding line may carry. Units that were delivered and then taken off in Shopify stay on the Odoo order
 * until they are back: Odoo must say more by exactly their worth.
 */
public final class MoneyCheck {

    /** The kind of external id of the rounding line. */
    public static final String ROUNDING_KIND = "roundline";

    private final BigDecimal roundingLimit;

    /** @param roundingLimit the setting that {@link RoundingLimit} reads */
    public MoneyCheck(BigDecimal roundingLimit) {
        this.roundingLimit = roundingLimit;
    }

    /** What the comparison says. */
    public sealed interface Verdict {

        MoneyLedger ledger();

        /** Total and tax agree; {@code remark} says how: {@code equal}, {@code equal with rounding 0.01}. */
        record Agrees(MoneyLedger ledger, String remark) implements Verdict {}

        /** They agree once the rounding line has this amount, zero included. */
        record NeedsRounding(MoneyLedger ledger, BigDecimal amount) implements Verdict {}

        /** They do not; {@code differences} names each. */
        record Differs(MoneyLedger ledger, String differences) implements Verdict {}
    }

    /** @param currencyId the Odoo currency that the order should have */
    public Verdict check(ShopifyOrder order, SaleOrderState state, long currencyId) {
        MoneyLedger ledger = LedgerSums.of(order, state);
        if (state.currencyId() != currencyId) {
            return new Verdict.Differs(
                    ledger,
                    "currency: Shopify " + order.currency() + ", Odoo another one (id " + state.currencyId()
                            + "); set the pricelist of " + order.currency() + " on the order");
        }
        BigDecimal limit = RoundingLimit.in(order.currency(), roundingLimit);
        Entry total = ledger.entry(MoneyLedger.TOTAL);
        Entry tax = ledger.entry(MoneyLedger.TAX);
        Retained retained = Retained.of(order, state);
        BigDecimal missing = total.difference().add(retained.total().amount());
        BigDecimal missingTax = tax.difference().add(retained.tax().amount());
        BigDecimal needed = ledger.rounding().add(missing);
        if (missingTax.abs().compareTo(limit) > 0 || needed.abs().compareTo(limit) > 0) {
            return new Verdict.Differs(
                    ledger, ledger.differences() + (retained.isNone() ? "" : "; " + retained.words()));
        }
        if (missing.signum() != 0) {
            return new Verdict.NeedsRounding(ledger, needed);
        }
        if (!retained.isNone()) {
            return new Verdict.Agrees(ledger.explained(), "explained: " + retained.words());
        }
        MoneyLedger agreed =
                ledger.agreeing(tax.isEqual() && ledger.rounding().signum() == 0 ? Agreement.EQUAL : Agreement.ROUNDED);
        return new Verdict.Agrees(agreed, agreed.remark());
    }

    /** What the rounding line carries; 0 without one. */
    public static BigDecimal rounding(SaleOrderState state) {
        return state.lines().stream()
                .filter(line -> line.isOurs(ROUNDING_KIND))
                .map(SaleLineState::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

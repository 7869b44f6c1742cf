package io.shopoms.order.mapping.accounting;

import io.shopoms.order.mapping.RoundingLimit;
import io.shopoms.order.shopify.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a document with what it should amount to, to the minor unit, before anybody posts it. A small residual goes on
 * one explicit line, once; anything else is named and a person decides.
 */
public final class DocumentCheck {

    private final BigDecimal taxLimit;
    private final BigDecimal roundingLimit;
    private final String currency;

    /**
     * @param exactTax whether taxes must agree to the minor unit; otherwise they may differ by what a rounding line may
     *     carry, and a remark names it
     * @param roundingLimit the setting that {@link RoundingLimit} reads
     * @param currency of the amounts
     */
    public DocumentCheck(boolean exactTax, BigDecimal roundingLimit, String currency) {
        this.roundingLimit = RoundingLimit.in(currency, roundingLimit);
        this.taxLimit = exactTax ? BigDecimal.ZERO : this.roundingLimit;
        this.currency = currency;
    }

    /**
     * What a document should amount to.
     *
     * @param total with tax
     * @param tax the tax in it
     */
    public record Expected(BigDecimal total, BigDecimal tax) {}

    /** What the comparison says. */
    public sealed interface Verdict {

        /** The totals agree; {@code remark} names a tax that is another although they do. */
        record Agrees(Optional<String> remark) implements Verdict {}

        /** They agree with a rounding line of this amount. */
        record NeedsRounding(BigDecimal amount) implements Verdict {}

        /** They do not; {@code differences} names each. */
        record Differs(String differences) implements Verdict {}
    }

    /**
     * What an invoice should amount to: the order, less what its other invoices say. Empty while the invoices together do
     * not hold the whole order, or hold more than is left of it: then there is nothing to compare with.
     */
    public static Optional<Expected> ofInvoice(OrderAccount account, AccountingDocument invoice) {
        boolean whole = account.creditNotes().isEmpty()
                && account.lines().stream()
                        .filter(line -> line.productId().isPresent())
                        .allMatch(line -> account.billedUnits(line).compareTo(line.quantity()) == 0);
        if (!whole) {
            return Optional.empty();
        }
        BigDecimal total = account.total();
        BigDecimal tax = account.tax();
        for (AccountingDocument other : account.invoices()) {
            if (other.id() != invoice.id()) {
                total = total.subtract(other.total());
                tax = tax.subtract(other.tax());
            }
        }
        return Optional.of(new Expected(total, tax));
    }

    /** @param mayRound whether the document has no rounding line yet */
    public Verdict check(AccountingDocument document, Expected expected, boolean mayRound) {
        Money total = new Money(document.total(), currency);
        Money wanted = new Money(expected.total(), currency);
        Money tax = new Money(document.tax(), currency);
        Money wantedTax = new Money(expected.tax(), currency);
        List<String> differences = new ArrayList<>();
        if (!tax.equals(wantedTax)) {
            differences.add("tax: expected " + wantedTax + ", Odoo " + tax);
        }
        BigDecimal missing = wanted.minus(total).amount();
        boolean taxAgrees = wantedTax.minus(tax).amount().abs().compareTo(taxLimit) <= 0;
        if (taxAgrees && missing.signum() == 0) {
            return new Verdict.Agrees(differences.stream().findFirst());
        }
        if (taxAgrees && mayRound && missing.abs().compareTo(roundingLimit) <= 0) {
            return new Verdict.NeedsRounding(missing);
        }
        if (missing.signum() != 0) {
            differences.add(0, "total: expected " + wanted + ", Odoo " + total);
        }
        return new Verdict.Differs(String.join("; ", differences));
    }
}

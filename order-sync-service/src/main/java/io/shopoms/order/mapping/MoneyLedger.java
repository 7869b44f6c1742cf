package io.shopoms.order.mapping;

import io.shopoms.order.shopify.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Shopify's sums of one order next to Odoo's. It is stored and shown; the names of its entries are stable.
 *
 * @param currency of all amounts
 * @param rounding what the rounding line carries
 * @param entries what both sides have: {@code total} and {@code tax} first, then {@code subtotal} and {@code shipping} (in
 *     the prices that the order was made in), what else was charged, and {@code tax <rate>} for each rate
 * @param noted what Shopify alone knows: {@code discounts}, {@code gift_cards_sold}, {@code refunded}, {@code outstanding}
 */
public record MoneyLedger(
        String currency, Agreement agreement, BigDecimal rounding, List<Entry> entries, Map<String, BigDecimal> noted) {

    public static final String TOTAL = "total";
    public static final String TAX = "tax";

    /** What the comparison came to. */
    public enum Agreement {
        /** Total and tax are equal to the minor unit. */
        EQUAL,
        /** The total is equal through the rounding line; or the tax differs by no more than such a line may carry. */
        ROUNDED,
        /** They differ, and a remark on the order says why. */
        EXPLAINED,
        /** They differ, and a person must look. */
        DIFFERENT
    }

    public MoneyLedger {
        entries = List.copyOf(entries);
        noted = Collections.unmodifiableMap(new LinkedHashMap<>(noted));
    }

    /** One sum on both sides. */
    public record Entry(String name, BigDecimal shopify, BigDecimal odoo) {

        public BigDecimal difference() {
            return shopify.subtract(odoo);
        }

        boolean isEqual() {
            return difference().signum() == 0;
        }
    }

    /** @throws java.util.NoSuchElementException for a name without an entry; {@link #TOTAL} and {@link #TAX} have one */
    public Entry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Each sum that differs, with both amounts; empty if none does. */
    public String differences() {
        List<String> differences = new ArrayList<>();
        for (Entry entry : entries) {
            if (!entry.isEqual()) {
                differences.add(entry.name() + ": Shopify " + new Money(entry.shopify(), currency) + ", Odoo "
                        + new Money(entry.odoo(), currency));
            }
        }
        return String.join("; ", differences);
    }

    /** In a few words: {@code equal}, {@code equal with rounding 0.01}. */
    String remark() {
        String remark = rounding.signum() == 0
                ? "equal"
                : "equal with rounding " + rounding.stripTrailingZeros().toPlainString();
        Entry tax = entry(TAX);
        return tax.isEqual() ? remark : remark + "; " + only(TAX).differences();
    }

    MoneyLedger agreeing(Agreement now) {
        return new MoneyLedger(currency, now, rounding, entries, noted);
    }

    /** The same ledger, its differences being explained by a remark on the order. */
    public MoneyLedger explained() {
        return agreement == Agreement.DIFFERENT ? agreeing(Agreement.EXPLAINED) : this;
    }

    private MoneyLedger only(String name) {
        return new MoneyLedger(
                currency,
                agreement,
                rounding,
                entries.stream().filter(entry -> entry.name().equals(name)).collect(Collectors.toList()),
                noted);
    }
}

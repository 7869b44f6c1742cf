package io.shopoms.inventory.stock;

import java.math.BigDecimal;
import java.util.List;

/**
 * What Shopify should show at a location, with every term that it comes from, in units.
 *
 * @param sources where the stock lies
 * @param pending of orders of all stores that are not in Odoo yet
 * @param held left elsewhere, and nobody knows the order yet
 * @param buffer kept back
 * @param b2b kept for the other channel at this location
 * @param unexplained this level's own young difference: negative lowers the number, positive only keeps it from falling
 * @param shown a difference that a person has to decide on, added until then
 * @param units the number itself, 0 or more
 * @param explained no term of it: units of the level that orders explained since it was computed, negative for those sold
 */
public record StockNumber(
        List<SourceStock> sources,
        long pending,
        long held,
        long buffer,
        long b2b,
        long unexplained,
        long shown,
        long units,
        long explained) {

    public StockNumber {
        sources = List.copyOf(sources);
    }

    /** As it is computed. */
    public StockNumber(
            List<SourceStock> sources,
            long pending,
            long held,
            long buffer,
            long b2b,
            long unexplained,
            long shown,
            long units) {
        this(sources, pending, held, buffer, b2b, unexplained, shown, units, 0);
    }

    /** An order has explained so many more units of its level, with their sign. */
    public StockNumber withExplained(long more) {
        return new StockNumber(
                sources, pending, held, buffer, b2b, unexplained, shown, units, Math.addExact(explained, more));
    }

    /**
     * What one source adds.
     *
     * @param free Odoo's free quantity there, in the product's unit
     * @param share how much of it this location offers
     */
    public record SourceStock(StockSource source, BigDecimal free, BigDecimal share) {}

    /** The free stock that this location has a share of, before it is cut to whole units. */
    public BigDecimal free() {
        return sources.stream()
                .map(source -> source.free().multiply(source.share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Shopify should show of one item at each of its served locations; {@code docs/inventory.md} tells it with examples.
 *
 * <pre>
 *   offered = ⌊Σ free × share⌋ − buffer − b2b, never below 0
 *   number  = offered − pending − held + unexplained + shown, never below 0
 * </pre>
 *
 * A positive unexplained difference only keeps the number from falling: it never raises it above what Shopify shows.
 */
public final class StockFormula {

    /** What Shopify takes at most, in units; Odoo's quantities beyond it are mistakes. */
    public static final long LIMIT = 1_000_000_000L;

    private static final BigDecimal LIMIT_DECIMAL = BigDecimal.valueOf(LIMIT);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private StockFormula() {}

    /**
     * @param numbers by location; a location that has none has a failure
     * @param failures by location
     */
    public record Numbers(Map<ShopifyId, StockNumber> numbers, Map<ShopifyId, SyncFailure> failures) {

        public Numbers {
            numbers = Map.copyOf(numbers);
            failures = Map.copyOf(failures);
        }

        public long b2b() {
            return numbers.values().stream().mapToLong(StockNumber::b2b).sum();
        }

        public long b2c() {
            return numbers.values().stream().mapToLong(StockNumber::units).sum();
        }
    }

    /**
     * @param unusable sources of which Odoo can tell nothing, with the reason
     * @param pending units of orders of all stores that are not in Odoo yet: an order does not tell its location, so they
     *     count at each
     * @param shelves the served locations in mapping order: a fixed allocation is taken from the first, then the next
     */
    public static Numbers of(
            ProductStock stock,
            Map<StockSource, SyncFailure> unusable,
            long pending,
            Allocation allocation,
            List<Shelf> shelves) {
        Map<ShopifyId, StockNumber> numbers = new LinkedHashMap<>();
        Map<ShopifyId, SyncFailure> failures = new LinkedHashMap<>();
        long owed = allocation instanceof Allocation.Fixed fixed ? bounded(fixed.units()) : 0;
        for (Shelf shelf : shelves) {
            List<SourceStock> sources = sources(stock, shelf);
            StockFailures.source(stock, shelf.location(), unusable)
                    .or(() -> StockFailures.gigantic(stock, shelf.location(), sources))
                    .ifPresent(failure -> failures.put(shelf.location().id(), failure));
            if (failures.containsKey(shelf.location().id())) {
                continue;
            }
            StockNumber number = number(shelf, sources, bounded(pending), allocation, owed);
            if (number.units() > LIMIT) {
                failures.put(shelf.location().id(), StockFailures.tooMuch(stock, shelf.location(), number.units()));
                continue;
            }
            owed -= allocation instanceof Allocation.Fixed ? number.b2b() : 0;
            numbers.put(shelf.location().id(), number);
        }
        return new Numbers(numbers, failures);
    }

    static boolean isGigantic(BigDecimal quantity) {
        return quantity.abs().compareTo(LIMIT_DECIMAL) > 0;
    }

    private static StockNumber number(
            Shelf shelf, List<SourceStock> sources, long pending, Allocation allocation, long owed) {
        long free = sources.stream()
                .map(source -> source.free().multiply(source.share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        long buffer = bounded(shelf.buffer());
        long held = bounded(shelf.held());
        long b2b = b2b(allocation, owed, free, pending + held, buffer);
        long offered = Math.max(0, free - buffer - b2b);
        long plain = offered - pending - held + shelf.shown();
        return new StockNumber(
                sources,
                pending,
                held,
                buffer,
                b2b,
                shelf.unexplained(),
                shelf.shown(),
                Math.max(0, withUnexplained(plain, shelf)));
    }

    private static long withUnexplained(long plain, Shelf shelf) {
        long all = plain + shelf.unexplained();
        return shelf.unexplained() > 0 ? Math.min(all, Math.max(plain, shelf.available())) : all;
    }

    private static long b2b(Allocation allocation, long owed, long free, long sold, long buffer) {
        if (allocation instanceof Allocation.Share share) {
            return BigDecimal.valueOf(Math.max(0, free - sold))
                    .multiply(share.percent())
                    .divide(HUNDRED, 0, RoundingMode.CEILING)
                    .longValueExact();
        }
        return Math.min(owed, Math.max(0, free - sold - buffer));
    }

    private static List<SourceStock> sources(ProductStock stock, Shelf shelf) {
        List<SourceStock> sources = new ArrayList<>();
        for (SourceShare share : shelf.location().sources()) {
            BigDecimal free = stock.free().get(share.source());
            if (free != null) {
                sources.add(new SourceStock(share.source(), free, share.share()));
            }
        }
        return sources;
    }

    /** What is taken away never gives, and sums of it stay far from the end of a long. */
    private static long bounded(long units) {
        return Math.max(0, Math.min(units, LIMIT * 1000));
    }
}

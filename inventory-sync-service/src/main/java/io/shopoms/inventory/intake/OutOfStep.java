package io.shopoms.inventory.intake;

import io.shopoms.inventory.cache.StockSnapshot;
import io.shopoms.inventory.odoo.FreeStock;
import io.shopoms.inventory.stock.Level;
import io.shopoms.inventory.stock.Level.Presence;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockNumber;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Which items must be looked at because what is known of them does not fit what Odoo says now: another free quantity than
 * the one that their number was computed from, no number at all, or another one in Shopify. Pure.
 */
final class OutOfStep {

    private OutOfStep() {}

    /** In the order of their ids. */
    static List<ShopifyId> items(StockSnapshot known, FreeStock free) {
        return known.links().values().stream()
                .filter(StockLink::enabled)
                .filter(link ->
                        isOut(link, known, Optional.ofNullable(free.products().get(link.product()))))
                .map(StockLink::item)
                .sorted((one, other) -> Long.compare(one.value(), other.value()))
                .toList();
    }

    private static boolean isOut(StockLink link, StockSnapshot known, Optional<ProductStock> stock) {
        return known.locations().stream().filter(StockLocation::isServed).anyMatch(location -> {
            Level level = known.levels().get(new LevelKey(link.item(), location.id()));
            return level == null || isOut(level, location, stock);
        });
    }

    private static boolean isOut(Level level, StockLocation location, Optional<ProductStock> stock) {
        if (level.number().isEmpty() || stock.isEmpty() || level.isDoubtful()) {
            return true;
        }
        StockNumber number = level.number().get();
        boolean shown = level.presence() != Presence.STOCKED || level.available() == number.units();
        return !shown || !isFrom(number, location, stock.get());
    }

    private static boolean isFrom(StockNumber number, StockLocation location, ProductStock stock) {
        return number.sources().size() == location.sources().size()
                && location.sources().stream().allMatch(share -> isFrom(number, share, stock));
    }

    private static boolean isFrom(StockNumber number, SourceShare share, ProductStock stock) {
        BigDecimal free = stock.free().get(share.source());
        return free != null
                && number.sources().stream()
                        .filter(from -> from.source().equals(share.source()))
                        .anyMatch(from -> isSame(from, free, share.share()));
    }

    private static boolean isSame(SourceStock from, BigDecimal free, BigDecimal share) {
        return from.free().compareTo(free) == 0 && from.share().compareTo(share) == 0;
    }
}

package io.shopoms.inventory.ops;

import io.shopoms.inventory.cache.StockItem;
import io.shopoms.inventory.stock.Allocation;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Items as the API shows them. */
final class StockViews {

    private StockViews() {}

    /** @param since when it failed in this way for the first time */
    record FailureView(String kind, String message, String remedy, Instant since) {}

    /**
     * @param kind {@code none}, {@code fixed}, {@code share}, or {@code store} for what holds for the whole store
     * @param units of a fixed allocation
     * @param percent of a share
     */
    record AllocationView(String kind, Long units, BigDecimal percent) {}

    /**
     * @param productId the Odoo product that it stands for; null if it is linked with none
     * @param catalogProductId the one that the catalog service says
     * @param chosenBy who linked or unlinked it; null if the catalog service's word holds
     * @param buffer null for the location's or the store's
     * @param b2bStock units kept for B2B
     * @param b2cStock units that Shopify shows
     */
    record LinkView(
            String store,
            long inventoryItemId,
            Long variantId,
            Long shopifyProductId,
            String sku,
            Boolean tracked,
            Long productId,
            Long catalogProductId,
            String chosenBy,
            boolean syncEnabled,
            AllocationView allocation,
            Long buffer,
            String measured,
            Long b2bStock,
            Long b2cStock,
            Instant lastSyncedAt,
            FailureView failure,
            Instant deletedAt) {}

    static LinkView link(StockItem item) {
        return new LinkView(
                item.key().store().value(),
                item.key().item().value(),
                number(item.variant()),
                number(item.shopifyProduct()),
                item.sku(),
                item.tracked().orElse(null),
                odooNumber(item.product()),
                odooNumber(item.catalogProduct()),
                item.chosenBy().orElse(null),
                item.enabled(),
                allocation(item.allocation()),
                orNull(item.buffer()),
                item.measured().name().toLowerCase(Locale.ROOT),
                orNull(item.b2b()),
                orNull(item.b2c()),
                item.syncedAt().orElse(null),
                item.failure()
                        .map(f -> new FailureView(f.kind(), f.message(), f.remedy(), f.since()))
                        .orElse(null),
                item.deletedAt().orElse(null));
    }

    static Long number(Optional<ShopifyId> id) {
        return id.map(ShopifyId::value).orElse(null);
    }

    static Long odooNumber(Optional<OdooId> id) {
        return id.map(OdooId::value).orElse(null);
    }

    static Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static AllocationView allocation(Optional<Allocation> allocation) {
        return allocation
                .map(chosen -> {
                    if (chosen instanceof Allocation.Fixed fixed) {
                        return new AllocationView("fixed", fixed.units(), null);
                    }
                    return chosen instanceof Allocation.Share share
                            ? new AllocationView("share", null, share.percent())
                            : new AllocationView("none", null, null);
                })
                .orElseGet(() -> new AllocationView("store", null, null));
    }
}

package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.ProductStock;
import io.shopoms.inventory.stock.SourceShare;
import io.shopoms.inventory.stock.StockLink;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.inventory.stock.StockLocation;
import io.shopoms.inventory.stock.StockNumber.SourceStock;
import io.shopoms.inventory.stock.StockSource;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why an item or one of its locations has no number. In each case Shopify keeps what it shows. */
public final class StockFailures {

    private StockFailures() {}

    /** What of a linked product keeps its stock from being offered. */
    public static Optional<SyncFailure> product(StockLink link, Optional<ProductStock> answer) {
        if (answer.isEmpty()) {
            return Optional.of(new MissingDependency(
                    "Odoo does not show product " + link.product() + ", which " + named(link) + " is linked with",
                    "It was deleted, or the integration user may not see it: link the item with another product."));
        }
        ProductStock stock = answer.get();
        if (!stock.active()) {
            return Optional.of(new RejectedByTarget(
                    "Product " + link.product() + " of " + named(link) + " is archived in Odoo",
                    "Unarchive it, link the item with another product, or disable its stock; then retry."));
        }
        if (!stock.storable()) {
            return Optional.of(new RejectedByTarget(
                    "Odoo keeps no stock of product " + link.product() + " of " + named(link),
                    "Set 'Track Inventory' on the product in Odoo and retry, or disable the item's stock here."));
        }
        if (!stock.counted() && link.measured() == Measured.REFUSE) {
            return Optional.of(
                    new InvalidPayload(
                            "Odoo measures product " + link.product() + " of " + named(link) + " in " + stock.unit()
                                    + ", and Shopify counts pieces",
                            "If one piece in Shopify is one " + stock.unit()
                                    + " in Odoo, set the link's 'measured' to whole units; else give the product another unit."));
        }
        return Optional.empty();
    }

    /** No location of the store is served, so that there is nowhere to write to. */
    public static SyncFailure nothingMapped() {
        return new MissingDependency(
                "No active location of the store is mapped to a warehouse or location in Odoo",
                "Map the store's locations (PUT /api/locations/{id}/sources).");
    }

    public static SyncFailure notInShopify(StockLink link) {
        return new RejectedByTarget(
                "Shopify does not show " + named(link),
                "Its variant was deleted: unlink the item, or retry if it is back.");
    }

    public static SyncFailure untracked(StockLink link) {
        return new RejectedByTarget(
                "Shopify does not track the stock of " + named(link),
                "Turn on 'Track quantity' for the variant in Shopify, or disable the item's stock here.");
    }

    static Optional<SyncFailure> source(
            ProductStock stock, StockLocation location, Map<StockSource, SyncFailure> unusable) {
        return location.sources().stream()
                .map(SourceShare::source)
                .filter(source -> !stock.free().containsKey(source))
                .findFirst()
                .map(source -> Optional.ofNullable(unusable.get(source))
                        .orElseGet(() -> new MissingDependency(
                                "Odoo tells no stock of product " + stock.product() + " at " + named(source)
                                        + ", which " + location.name() + " is mapped to",
                                "Look at the " + named(source) + " in Odoo, or correct the mapping of "
                                        + location.name() + ".")));
    }

    static Optional<SyncFailure> gigantic(ProductStock stock, StockLocation location, List<SourceStock> told) {
        return told.stream()
                .filter(source -> StockFormula.isGigantic(source.free()))
                .findFirst()
                .map(source -> new InvalidPayload(
                        "Odoo has " + source.free().toEngineeringString() + " of product " + stock.product() + " at "
                                + named(source.source()) + ", more than the 1,000,000,000 that Shopify takes ("
                                + location.name() + ")",
                        "Correct the quantity in Odoo, then retry."));
    }

    static SyncFailure tooMuch(ProductStock stock, StockLocation location, long units) {
        return new InvalidPayload(
                "The number of product " + stock.product() + " at " + location.name() + " would be " + units
                        + ", more than the 1,000,000,000 that Shopify takes",
                "Correct the quantity in Odoo, or decide on the drift shown there; then retry.");
    }

    /** Several failures of one item as one: the first names its kind and remedy. */
    public static Optional<SyncFailure> together(List<SyncFailure> failures) {
        if (failures.size() <= 1) {
            return failures.stream().findFirst();
        }
        String messages = failures.stream().map(SyncFailure::message).distinct().collect(Collectors.joining("; "));
        String remedies = failures.stream().map(SyncFailure::remedy).distinct().collect(Collectors.joining(" "));
        // A person's act is waited for only if nothing passes by itself.
        return Optional.of(failures.stream()
                .filter(failure -> failure instanceof SyncFailure.TransientFailure)
                .findFirst()
                .<SyncFailure>map(failure -> new SyncFailure.TransientFailure(messages))
                .orElseGet(() -> failures.stream().anyMatch(MissingDependency.class::isInstance)
                        ? new MissingDependency(messages, remedies)
                        : new RejectedByTarget(messages, remedies)));
    }

    private static String named(StockLink link) {
        return link.sku().isBlank() ? "inventory item " + link.item() : "SKU " + link.sku();
    }

    private static String named(StockSource source) {
        return source.kind().name().toLowerCase(Locale.ROOT) + " " + source.id();
    }
}

package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.CatalogError;
import io.shopoms.sandbox.shopify.catalog.Variant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What Shopify refuses of a change of quantities, with its codes and, where they were recorded, its words. */
final class QuantityRules {

    private static final Set<QuantityName> SETTABLE = Set.of(QuantityName.AVAILABLE, QuantityName.ON_HAND);
    private static final Set<QuantityName> ADJUSTABLE = Set.of(
            QuantityName.AVAILABLE,
            QuantityName.DAMAGED,
            QuantityName.INCOMING,
            QuantityName.QUALITY_CONTROL,
            QuantityName.RESERVED,
            QuantityName.SAFETY_STOCK);
    private static final Set<String> REASONS = new TreeSet<>(List.of(
            "correction",
            "cycle_count_available",
            "damaged",
            "movement_canceled",
            "movement_created",
            "movement_received",
            "movement_updated",
            "other",
            "promotion",
            "quality_control",
            "received",
            "reservation_created",
            "reservation_deleted",
            "reservation_updated",
            "restock",
            "safety_stock",
            "shrinkage"));
    private static final String URI = "[a-zA-Z][a-zA-Z0-9+.-]*:.+";
    private static final String GID = "gid://[^/]+/[^/]+/[^/]+.*";
    private static final long MOST_SET = 1_000_000_000;
    private static final long MOST_ADJUSTED = 2_000_000_000;

    /** A difference that may be made. */
    record Planned(Variant item, Location location, QuantityName name, int delta, String ledger) {}

    private final Stock stock;
    private final QuantityChange change;
    private final List<CatalogError> errors = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final Map<List<Long>, Long> moved = new HashMap<>();

    QuantityRules(Stock stock, QuantityChange change) {
        this.stock = stock;
        this.change = change;
    }

    List<CatalogError> errors() {
        return errors;
    }

    List<Planned> planned() {
        return planned;
    }

    /** Looks at the whole change, so that every error is named at once. */
    QuantityRules check() {
        Optional<QuantityName> name =
                QuantityName.of(change.name()).filter((change.absolute() ? SETTABLE : ADJUSTABLE)::contains);
        if (name.isEmpty()) {
            refuse(
                    change.absolute() ? "INVALID_NAME" : "INVALID_QUANTITY_NAME",
                    change.absolute()
                            ? "The quantity name must be either 'available' or 'on_hand'."
                            : "The specified quantity name is invalid.",
                    "name");
        }
        if (!REASONS.contains(change.reason())) {
            refuse(
                    "INVALID_REASON",
                    "The specified reason is invalid. Valid values are: " + String.join(", ", REASONS) + ".",
                    "reason");
        }
        if (change.reference() != null && !isUri(change.reference())) {
            refuse(
                    "INVALID_REFERENCE_DOCUMENT",
                    "The specified reference document is invalid.",
                    "referenceDocumentUri");
        }
        Set<List<Long>> seen = new HashSet<>();
        for (int i = 0; i < change.entries().size(); i++) {
            QuantityChange.Entry entry = change.entries().get(i);
            if (change.absolute() && !seen.add(List.of(entry.itemId(), entry.locationId()))) {
                refuse(
                        "NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR",
                        "The combination of inventoryItemId and locationId must be unique.",
                        i,
                        "locationId");
            } else {
                check(entry, i, name.orElse(QuantityName.AVAILABLE));
            }
        }
        return this;
    }

    private static boolean isUri(String text) {
        return text.matches(text.startsWith("gid://") ? GID : URI);
    }

    private void check(QuantityChange.Entry entry, int index, QuantityName name) {
        int before = errors.size();
        Optional<Variant> item = stock.catalog().findByItem(entry.itemId());
        Optional<Location> location = stock.locations().find(entry.locationId()).filter(Location::isActive);
        if (item.isEmpty()) {
            refuse(
                    "INVALID_INVENTORY_ITEM",
                    "The specified inventory item could not be found.",
                    index,
                    "inventoryItemId");
        } else if (stock.isBundle(entry.itemId())) {
            refuse(
                    "NON_MUTABLE_INVENTORY_ITEM",
                    "The specified inventory item is not allowed to be adjusted via API.",
                    index,
                    "inventoryItemId");
        } else if (!item.get().item().tracked()) {
            refuse(
                    "INVALID_INVENTORY_ITEM",
                    "Inventory item does not have inventory tracking enabled",
                    index,
                    "inventoryItemId");
        }
        if (location.isEmpty()) {
            refuse("INVALID_LOCATION", "The specified location could not be found.", index, "locationId");
        }
        if (!change.absolute()) {
            ledger(entry, index, name);
        }
        if (change.absolute() && entry.value() < 0) {
            refuse("INVALID_QUANTITY_NEGATIVE", "The quantity can't be negative.", index, "quantity");
        }
        if (errors.size() == before) {
            plan(entry, index, name, item.get(), location.get());
        }
    }

    private void ledger(QuantityChange.Entry entry, int index, QuantityName name) {
        boolean available = name == QuantityName.AVAILABLE;
        if (available && entry.ledger() != null) {
            refuse(
                    "INVALID_AVAILABLE_DOCUMENT",
                    "A ledger document URI is not allowed when adjusting available.",
                    index,
                    "ledgerDocumentUri");
        } else if (!available && entry.ledger() == null) {
            refuse(
                    "INVALID_QUANTITY_DOCUMENT",
                    "A ledger document URI is required except when adjusting available.",
                    index,
                    "ledgerDocumentUri");
        } else if (entry.ledger() != null && entry.ledger().startsWith("gid://shopify/")) {
            refuse(
                    "INTERNAL_LEDGER_DOCUMENT",
                    "Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.",
                    index,
                    "ledgerDocumentUri");
        } else if (entry.ledger() != null && !isUri(entry.ledger())) {
            refuse("INVALID_LEDGER_DOCUMENT", "The specified ledger document is invalid.", index, "ledgerDocumentUri");
        }
    }

    private void plan(QuantityChange.Entry entry, int index, QuantityName name, Variant item, Location location) {
        List<Long> key = List.of(entry.itemId(), entry.locationId());
        Optional<Level> level = stock.find(entry.itemId(), location);
        long earlier = moved.getOrDefault(key, 0L);
        long current = level.map(each -> each.units(name)).orElse(0) + earlier;
        if (entry.changeFrom() != null && entry.changeFrom() != current) {
            refuse(
                    "CHANGE_FROM_QUANTITY_STALE",
                    "The changeFromQuantity argument no longer matches the persisted quantity.",
                    index,
                    "changeFromQuantity");
            return;
        }
        long delta = change.absolute() ? entry.value() - current : entry.value();
        boolean sellable = name == QuantityName.AVAILABLE || name == QuantityName.ON_HAND;
        long available = level.map(Level::available).orElse(0) + (sellable ? earlier + delta : 0);
        long most = change.absolute() ? MOST_SET : MOST_ADJUSTED;
        String field = change.absolute() ? "quantity" : "delta";
        if (current + delta > most || available > most) {
            refuse("INVALID_QUANTITY_TOO_HIGH", limit("higher than", most), index, field);
        } else if (current + delta < -most || available < -most) {
            refuse("INVALID_QUANTITY_TOO_LOW", limit("lower than -", most), index, field);
        } else {
            moved.merge(key, delta, Long::sum);
            // Units on hand that nothing else has taken are available: a new count on hand changes those.
            QuantityName kept = name == QuantityName.ON_HAND ? QuantityName.AVAILABLE : name;
            planned.add(new Planned(item, location, kept, (int) delta, entry.ledger()));
        }
    }

    private static String limit(String words, long most) {
        String gap = words.endsWith("-") ? "" : " ";
        return "The quantity can't be " + words + gap + String.format(Locale.ROOT, "%,d", most) + ".";
    }

    private void refuse(String code, String message, String argument) {
        errors.add(new CatalogError(List.of("input", argument), message, code));
    }

    private void refuse(String code, String message, int index, String argument) {
        errors.add(new CatalogError(
                List.of("input", change.argument(), Integer.toString(index), argument), message, code));
    }
}

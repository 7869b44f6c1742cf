package io.shopoms.inventory.shopify;

import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.InvalidPayload;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import java.util.Arrays;
import java.util.Optional;

/** What Shopify can have against {@code inventorySetQuantities}, and what follows from it. */
enum QuantityError {
    CHANGE_FROM_QUANTITY_STALE(Effect.STALE),
    /** The name before 2026-04. */
    COMPARE_QUANTITY_STALE(Effect.STALE),

    INVALID_INVENTORY_ITEM(Effect.REFUSED),
    INVALID_LOCATION(Effect.REFUSED),
    NON_MUTABLE_INVENTORY_ITEM(Effect.REFUSED),
    INVALID_QUANTITY_NEGATIVE(Effect.REFUSED),
    INVALID_QUANTITY_TOO_HIGH(Effect.REFUSED),
    INVALID_QUANTITY_TOO_LOW(Effect.REFUSED),
    NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR(Effect.REFUSED),

    /** The first try of this write is still at work. */
    IDEMPOTENCY_CONCURRENT_REQUEST(Effect.LATER),
    /** The first try ended without effect, and its key is used up. */
    IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED(Effect.NEW_KEY),

    IDEMPOTENCY_KEY_PARAMETER_MISMATCH(Effect.MISTAKE),
    COMPARE_QUANTITY_REQUIRED(Effect.MISTAKE),
    INVALID_NAME(Effect.MISTAKE),
    INVALID_REASON(Effect.MISTAKE),
    INVALID_REFERENCE_DOCUMENT(Effect.MISTAKE);

    /** What an error means for the lines of a write, none of which was carried out. */
    enum Effect {
        /** The line's level has another value by now. */
        STALE,
        /** The line itself cannot be carried out. */
        REFUSED,
        /** All lines: the same write again, a little later. */
        LATER,
        /** All lines: again as a new write. */
        NEW_KEY,
        /** All lines: shopOMS asks in a way that Shopify does not allow. */
        MISTAKE
    }

    private final Effect effect;

    QuantityError(Effect effect) {
        this.effect = effect;
    }

    Effect effect() {
        return effect;
    }

    static Optional<QuantityError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.name().equals(code))
                .findFirst();
    }

    /** Why the line is refused, and what a person can do about it. */
    SyncFailure failure(LevelWrite line) {
        String item = "inventory item " + line.key().item();
        String location = "location " + line.key().location();
        return switch (this) {
            case INVALID_INVENTORY_ITEM ->
                new RejectedByTarget(
                        "Shopify does not know " + item,
                        "Its variant was probably deleted: unlink the item, or link the variant that replaced it.");
            case INVALID_LOCATION ->
                new MissingDependency(
                        "Shopify takes no stock of " + item + " at " + location + ": it is deleted or not active",
                        "Activate the location in Shopify, or take it out of the mapping; it is tried again by itself.");
            case NON_MUTABLE_INVENTORY_ITEM ->
                new RejectedByTarget(
                        "Shopify does not let anybody set the stock of " + item + ": it follows from other items, as a"
                                + " bundle's does",
                        "Disable the item's sync; link and enable the parts of the bundle instead.");
            case INVALID_QUANTITY_NEGATIVE ->
                new InvalidPayload(
                        "the stock of " + item + " at " + location + " would be " + line.quantity()
                                + ", and Shopify takes none below zero",
                        "This looks like a mistake of shopOMS: report it with this message.");
            case INVALID_QUANTITY_TOO_HIGH ->
                new InvalidPayload(
                        "the stock of " + item + " at " + location + " would be " + line.quantity()
                                + ", or more with what is committed; Shopify takes at most 1,000,000,000",
                        "Correct the quantity in Odoo; for a product without limits, disable the item's sync and its"
                                + " tracking in Shopify.");
            case INVALID_QUANTITY_TOO_LOW ->
                new RejectedByTarget(
                        "the stock of " + item + " at " + location + " would fall below -1,000,000,000 in Shopify",
                        "Correct the item's on-hand stock in the Shopify admin, then retry.");
            case NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR ->
                new InvalidPayload(
                        "two numbers for " + item + " at " + location + " in one write",
                        "This looks like a mistake of shopOMS: report it with this message.");
            default -> mistake(name());
        };
    }

    /** The item is there, but nobody counts it. */
    static SyncFailure untracked(LevelWrite line) {
        return new RejectedByTarget(
                "Shopify does not count the stock of inventory item "
                        + line.key().item() + ": its quantity is not tracked",
                "Switch on \"Track quantity\" for the variant in the Shopify admin, or disable the item's sync.");
    }

    /** All lines are refused because of how they were asked for. */
    static SyncFailure mistake(String said) {
        return new RejectedByTarget(
                "Shopify refuses to set quantities: " + said,
                "This looks like a mistake of shopOMS: report it with this message. Retry once it is corrected.");
    }
}

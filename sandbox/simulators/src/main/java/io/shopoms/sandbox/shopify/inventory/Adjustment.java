package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.Variant;
import java.time.Instant;
import java.util.List;

/** A group of changes that were made at once, for one reason. */
public record Adjustment(long id, Instant createdAt, String reason, String reference, List<Change> changes) {

    /** @param after the quantity after the change; null where Shopify does not tell it */
    public record Change(String name, int delta, Integer after, Variant item, Location location, String ledger) {}
}

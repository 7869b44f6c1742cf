package io.shopoms.inventory.cache;

import io.shopoms.inventory.stock.Allocation;
import io.shopoms.inventory.stock.StockLink.Measured;
import io.shopoms.model.OdooId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What people choose for an item.
 *
 * @param product the Odoo product that it stands for; empty for none
 * @param chosenBy who linked or unlinked it; empty if the catalog service's word holds
 * @param enabled whether its stock is written
 * @param allocation what is kept for B2B; empty for the store's
 * @param buffer units kept back; empty for the location's or the store's
 * @param measured what to do if Odoo measures the product
 */
public record ItemChoice(
        Optional<OdooId> product,
        Optional<String> chosenBy,
        boolean enabled,
        Optional<Allocation> allocation,
        OptionalLong buffer,
        Measured measured) {

    public ItemChoice {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(chosenBy, "chosenBy");
        Objects.requireNonNull(allocation, "allocation");
        Objects.requireNonNull(buffer, "buffer");
        Objects.requireNonNull(measured, "measured");
    }

    static ItemChoice of(StockItem item) {
        return new ItemChoice(
                item.product(), item.chosenBy(), item.enabled(), item.allocation(), item.buffer(), item.measured());
    }

    public ItemChoice withLink(Optional<OdooId> to, Optional<String> by) {
        return new ItemChoice(to, by, enabled, allocation, buffer, measured);
    }

    public ItemChoice withEnabled(boolean now) {
        return new ItemChoice(product, chosenBy, now, allocation, buffer, measured);
    }

    public ItemChoice withAllocation(Optional<Allocation> now) {
        return new ItemChoice(product, chosenBy, enabled, now, buffer, measured);
    }

    public ItemChoice withBuffer(OptionalLong now) {
        return new ItemChoice(product, chosenBy, enabled, allocation, now, measured);
    }

    public ItemChoice withMeasured(Measured now) {
        return new ItemChoice(product, chosenBy, enabled, allocation, buffer, now);
    }

    /** What is different now, in words for the audit log; empty if nothing is. */
    String changeFrom(ItemChoice before) {
        List<String> changes = new ArrayList<>();
        if (!product.equals(before.product)) {
            changes.add(product.map(now -> "linked with Odoo's product " + now).orElse("unlinked")
                    + before.product.map(old -> ", before with " + old).orElse(""));
        } else if (chosenBy.isPresent() && before.chosenBy.isEmpty()) {
            changes.add("the link is kept, whatever the catalog service says");
        } else if (chosenBy.isEmpty() && before.chosenBy.isPresent()) {
            changes.add("the link follows the catalog service again");
        }
        if (enabled != before.enabled) {
            changes.add(enabled ? "stock is written" : "stock is no longer written");
        }
        if (!allocation.equals(before.allocation)) {
            changes.add("kept for B2B: " + words(allocation) + ", before " + words(before.allocation));
        }
        if (!buffer.equals(before.buffer)) {
            changes.add("buffer: " + words(buffer) + ", before " + words(before.buffer));
        }
        if (measured != before.measured) {
            changes.add(
                    measured == Measured.WHOLE_UNITS
                            ? "whole units of a measured product are offered"
                            : "a measured product is refused");
        }
        return String.join("; ", changes);
    }

    private static String words(Optional<Allocation> allocation) {
        return allocation
                .map(chosen -> {
                    if (chosen instanceof Allocation.Fixed fixed) {
                        return fixed.units() + " units";
                    }
                    return chosen instanceof Allocation.Share share
                            ? share.percent().toPlainString() + " %"
                            : "nothing";
                })
                .orElse("as the store");
    }

    static String words(OptionalLong buffer) {
        return buffer.isPresent() ? buffer.getAsLong() + " units" : "as the store";
    }
}

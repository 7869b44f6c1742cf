package io.shopoms.sandbox.shopify.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** {@code inventorySetQuantities} and {@code inventoryAdjustQuantities}: all of a change, or nothing. */
public final class Quantities {

    private final Stock stock;
    private final LongSupplier ids;
    private final Runnable told;

    /** @param told is to send what has happened */
    Quantities(Stock stock, LongSupplier ids, Runnable told) {
        this.stock = stock;
        this.ids = ids;
        this.told = told;
    }

    /** An item that is not stocked at its location is from then on. */
    public QuantityOutcome change(QuantityChange change) {
        QuantityRules rules = new QuantityRules(stock, change).check();
        if (!rules.errors().isEmpty()) {
            return new QuantityOutcome(null, List.copyOf(rules.errors()));
        }
        List<Adjustment.Change> changes = new ArrayList<>();
        for (QuantityRules.Planned each : rules.planned()) {
            Level level = stock.connect(each.item().inventoryItemId(), each.location());
            stock.move(level, each.name(), each.delta());
            if (each.delta() != 0) {
                changes.add(shown(each, each.name(), level, change.absolute()));
                if (each.name().countsAsOnHand()) {
                    changes.add(shown(each, QuantityName.ON_HAND, level, change.absolute()));
                }
            }
        }
        told.run();
        return new QuantityOutcome(
                changes.isEmpty()
                        ? null
                        : new Adjustment(ids.getAsLong(), stock.now(), change.reason(), change.reference(), changes),
                List.of());
    }

    private static Adjustment.Change shown(
            QuantityRules.Planned planned, QuantityName name, Level level, boolean absolute) {
        return new Adjustment.Change(
                name.wireName(),
                planned.delta(),
                absolute ? null : level.units(name),
                planned.item(),
                planned.location(),
                planned.ledger());
    }
}

package io.shopoms.inventory.stock;

import io.shopoms.model.OdooId;
import java.util.Objects;
import java.util.UUID;

/**
 * A drift that Odoo is to take over: stored before Odoo is called, done when that is stored too. Repeated after a crash, it
 * changes Odoo once.
 *
 * @param drift its {@link Drift#id()}
 * @param key the level that differs
 * @param product whose stock is adjusted
 * @param source where
 * @param units what is added; negative takes away
 * @param shown whether it was shown until a person decided: then it ends as part of {@link Level#shown()}, else as part of
 *     {@link Level#unexplained()}
 * @param withdrawn whether a person has decided since that Odoo is right after all: it ends without Odoo
 */
public record Adoption(
        UUID drift, LevelKey key, OdooId product, StockSource source, long units, boolean shown, boolean withdrawn) {

    public Adoption {
        Objects.requireNonNull(drift, "drift");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(source, "source");
    }

    /** What is left on Odoo's stock move, by which a repetition recognises it. */
    public String mark() {
        return "shopOMS " + drift;
    }
}

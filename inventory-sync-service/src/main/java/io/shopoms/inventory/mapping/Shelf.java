package io.shopoms.inventory.mapping;

import io.shopoms.inventory.stock.StockLocation;
import java.util.Objects;

/**
 * A served location as one item sees it, in units.
 *
 * @param location where
 * @param buffer kept back there
 * @param held left at levels elsewhere that share a source with it, and nobody knows the order yet
 * @param unexplained this level's own young difference
 * @param shown this level's difference that waits for a person
 * @param available what Shopify shows there now
 */
public record Shelf(StockLocation location, long buffer, long held, long unexplained, long shown, long available) {

    public Shelf {
        Objects.requireNonNull(location, "location");
    }
}

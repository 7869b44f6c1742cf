package io.shopoms.sandbox.shopify.catalog;

/** Counts the units of inventory items; is told what becomes of the items. */
public interface StockKeeping {

    boolean knows(long locationId);

    void born(Variant variant);

    /** Its SKU, cost, weight or whether it is tracked has changed. */
    void changed(Variant variant);

    void gone(Variant variant);

    /** So many units are available at a location from now on. */
    void stocked(Variant variant, long locationId, int units);

    /** For a catalogue that nothing of is counted. */
    static StockKeeping none() {
        return new StockKeeping() {
            @Override
            public boolean knows(long locationId) {
                return true;
            }

            @Override
            public void born(Variant variant) {
                // Not counted.
            }

            @Override
            public void changed(Variant variant) {
                // Not counted.
            }

            @Override
            public void gone(Variant variant) {
                // Not counted.
            }

            @Override
            public void stocked(Variant variant, long locationId, int units) {
                // Not counted.
            }
        };
    }
}

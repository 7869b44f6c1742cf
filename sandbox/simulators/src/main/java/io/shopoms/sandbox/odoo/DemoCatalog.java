package io.shopoms.sandbox.odoo;

/** The little shop of the local stack: five products with 100 pieces each, and taxes as a few countries have them. */
public final class DemoCatalog {

    private DemoCatalog() {}

    public static void fill(OdooData data) {
        data.product("CSH-WHT-S", "Cashmere sweater white S", "120.00", 100);
        data.product("CSH-WHT-M", "Cashmere sweater white M", "120.00", 100);
        data.product("CSH-BLU-S", "Cashmere sweater blue S", "125.00", 100);
        data.product("MUG-1", "Mug", "11.90", 100);
        data.product("BAG-1", "Bag", "45.00", 100);
        data.tax("10", false);
        data.tax("7.25", false);
        data.tax("8.875", false);
        data.tax("20", false);
        data.tax("19", true);
        data.tax("20", true);
        data.pricelist("EUR");
    }
}

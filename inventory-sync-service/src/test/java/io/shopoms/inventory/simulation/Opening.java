package io.shopoms.inventory.simulation;

import io.shopoms.model.OdooId;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import java.math.BigDecimal;
import java.util.List;

/** A store begins to sell both products: its items are linked, and its locations share Odoo's warehouse in equal parts. */
final class Opening {

    private static final String LINK = """
            insert into product_inventory (store, inventory_item_id, shopify_variant_id, shopify_product_id, sku, tracked,
                                           odoo_product_id, catalog_product_id)
            values ($1, $2, $3, $4, $5, true, $6, $6)""";
    private static final String LOCATION = """
            insert into location (store, location_id, name, active, known, position)
            values ($1, $2, $3, true, true, $4)""";
    private static final String SOURCE = """
            insert into location_source (store, location_id, kind, odoo_id, share) values ($1, $2, 'WAREHOUSE', 1, $3)""";

    private Opening() {}

    /** @param places names of its locations; empty text for the one that every store has */
    static void open(SimulatedShop shop, List<String> places, StockSimulation simulation) {
        StockTables tables = simulation.tables();
        String domain = shop.domain().value();
        List<String> names = places.stream().filter(place -> !place.isEmpty()).toList();
        names.forEach(shop.shopify().inventory()::addLocation);
        for (OdooId product : StockSimulation.PRODUCTS) {
            shop.offer(product, StockSimulation.SKUS.get(product), places, 0);
            Variant variant = shop.variants().get(product);
            tables.query(
                    LINK,
                    domain,
                    variant.inventoryItemId(),
                    variant.id(),
                    variant.productId(),
                    variant.sku(),
                    product.value());
        }
        for (int i = 0; i < places.size(); i++) {
            Location location = shop.shopify().inventory().location(named(places.get(i)));
            tables.query(LOCATION, domain, location.id(), location.name(), i);
            tables.query(SOURCE, domain, location.id(), BigDecimal.ONE.divide(BigDecimal.valueOf(places.size())));
        }
    }

    static String named(String place) {
        return place.isEmpty() ? null : place;
    }
}

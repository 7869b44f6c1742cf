package io.shopoms.sandbox.shopify.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import io.shopoms.sandbox.shopify.inventory.Adjustment;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.LocationDesk;
import io.shopoms.sandbox.shopify.inventory.QuantityName;
import io.shopoms.sandbox.shopify.inventory.Stock;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of levels and their quantities, and those that items and locations have of them. */
final class InventoryFields {

    record Quantity(Level level, QuantityName name) {}

    private final Shop shop;
    private final Stock stock;
    private final LocationDesk desk;
    private final Access access;
    private final LevelPages pages;

    InventoryFields(Shop shop, LocationDesk desk, Access access) {
        this.shop = shop;
        this.stock = shop.stock();
        this.desk = desk;
        this.access = access;
        this.pages = new LevelPages(stock, shop.zone());
    }

    void addTo(RuntimeWiring.Builder wiring) {
        TypeFields.of("InventoryItem", InventoryItem.class)
                .field("inventoryLevels", this::levelsOfItem)
                .field("inventoryLevel", this::ofItem)
                .connection("variants", item -> List.of(item.variant()))
                .addTo(wiring);
        TypeFields.of("Location", Location.class)
                .field("inventoryLevels", this::levelsOfLocation)
                .field("inventoryLevel", this::ofLocation)
                .field("createdAt", Location::createdAt)
                .field("updatedAt", Location::updatedAt)
                .field(
                        "deactivatedAt",
                        each -> each.deactivatedAt().map(Object::toString).orElse(null))
                .field("hasActiveInventory", desk::hasInventory)
                .field("hasUnfulfilledOrders", desk::hasOpenOrders)
                .addTo(wiring);
        TypeFields.of("InventoryLevel", Level.class)
                .field("id", each -> LevelGid.of("InventoryLevel", each))
                .field("isActive", Level::isActive)
                .field("createdAt", Level::createdAt)
                .field("updatedAt", level -> level.updatedAt())
                .field("item", level -> item(level.itemId()).orElse(null))
                .field("location", Level::location)
                .field("quantities", InventoryFields::quantities)
                .addTo(wiring);
        TypeFields.of("InventoryQuantity", Quantity.class)
                .field(
                        "id",
                        each -> LevelGid.of("InventoryQuantity", each.level()) + "&name="
                                + each.name().wireName())
                .field("name", each -> each.name().wireName())
                .field("quantity", each -> each.level().units(each.name()))
                .field("updatedAt", each -> each.level().updatedAt(each.name()))
                .addTo(wiring);
        adjustments(wiring);
    }

    private Object levelsOfItem(InventoryItem item, DataFetchingEnvironment env) {
        access.check("inventoryLevels");
        return pages.of(itemId(item), env);
    }

    private Object levelsOfLocation(Location location, DataFetchingEnvironment env) {
        access.check("inventoryLevels");
        return pages.at(location, env);
    }

    private static long itemId(InventoryItem item) {
        return item.variant().inventoryItemId();
    }

    private Optional<InventoryItem> item(long itemId) {
        return shop.catalog().findByItem(itemId).map(InventoryItem::new);
    }

    private Object ofItem(InventoryItem item, DataFetchingEnvironment env) {
        return shop.locations()
                .find(Gid.parse("Location", env.getArgument("locationId")))
                .flatMap(location -> level(itemId(item), location, env))
                .orElse(null);
    }

    private Object ofLocation(Location location, DataFetchingEnvironment env) {
        return level(Gid.parse("InventoryItem", env.getArgument("inventoryItemId")), location, env)
                .orElse(null);
    }

    private Optional<Level> level(long itemId, Location location, DataFetchingEnvironment env) {
        access.check("inventoryLevels");
        return stock.find(itemId, location).filter(level -> level.isActive() || LevelPages.includesInactive(env));
    }

    /** Names that Shopify does not know are an error, so that a mistyped one is noticed. */
    private static Object quantities(Level level, DataFetchingEnvironment env) {
        List<Quantity> found = new ArrayList<>();
        for (String name : env.<List<String>>getArgument("names")) {
            found.add(new Quantity(
                    level,
                    QuantityName.of(name)
                            .orElseThrow(() -> new AdminError(
                                    "BAD_REQUEST", "the simulated store does not know a quantity '" + name + "'"))));
        }
        return found;
    }

    private static void adjustments(RuntimeWiring.Builder wiring) {
        TypeFields.of("InventoryAdjustmentGroup", Adjustment.class)
                .field("id", each -> Gid.of("InventoryAdjustmentGroup", each.id()))
                .field("createdAt", Adjustment::createdAt)
                .field("reason", Adjustment::reason)
                .field("referenceDocumentUri", Adjustment::reference)
                .field("app", each -> ShopFields.SHOPOMS)
                .field("changes", InventoryFields::changes)
                .addTo(wiring);
        TypeFields.of("InventoryChange", Adjustment.Change.class)
                .field("name", Adjustment.Change::name)
                .field("delta", Adjustment.Change::delta)
                .field("quantityAfterChange", Adjustment.Change::after)
                .field("ledgerDocumentUri", Adjustment.Change::ledger)
                .field("item", each -> new InventoryItem(each.item()))
                .field("location", Adjustment.Change::location)
                .addTo(wiring);
    }

    private static Object changes(Adjustment adjustment, DataFetchingEnvironment env) {
        List<String> items = env.getArgument("inventoryItemIds");
        List<String> locations = env.getArgument("locationIds");
        List<String> names = env.getArgument("quantityNames");
        return adjustment.changes().stream()
                .filter(each -> items == null
                        || items.contains(Gid.of("InventoryItem", each.item().inventoryItemId())))
                .filter(each -> locations == null
                        || locations.contains(Gid.of("Location", each.location().id())))
                .filter(each -> names == null || names.contains(each.name()))
                .toList();
    }
}

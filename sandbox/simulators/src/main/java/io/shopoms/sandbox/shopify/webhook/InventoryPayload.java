package io.shopoms.sandbox.shopify.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.StockEvent;
import io.shopoms.sandbox.shopify.order.Shop;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;

/** The bodies of {@code inventory_items/*}, {@code inventory_levels/*} and {@code locations/*}. */
final class InventoryPayload {

    private final Shop shop;
    private final ZoneId zone;

    InventoryPayload(Shop shop) {
        this.shop = shop;
        this.zone = shop.zone();
    }

    /** Of {@code update} and {@code connect}. An item that is not tracked has no number of available units. */
    ObjectNode of(Level level) {
        boolean tracked = shop.catalog()
                .findByItem(level.itemId())
                .map(variant -> variant.item().tracked())
                .orElse(false);
        return Payloads.object()
                .put("inventory_item_id", level.itemId())
                .put("location_id", level.location().id())
                .put("available", tracked ? Integer.valueOf(level.available()) : null)
                .put("updated_at", Payloads.time(level.updatedAt(), zone))
                .put(
                        "admin_graphql_api_id",
                        "gid://shopify/InventoryLevel/" + level.location().levelsId() + "?inventory_item_id="
                                + level.itemId());
    }

    static ObjectNode of(StockEvent.Disconnected level) {
        return Payloads.object().put("inventory_item_id", level.itemId()).put("location_id", level.locationId());
    }

    /** Of {@code create} and {@code update}. */
    ObjectNode of(Variant variant) {
        ObjectNode node = Payloads.identified(variant.inventoryItemId(), "InventoryItem");
        BigDecimal cost = variant.item().cost();
        node.put("sku", variant.sku());
        node.put("created_at", Payloads.time(variant.createdAt(), zone));
        node.put("updated_at", Payloads.time(variant.updatedAt(), zone));
        node.put("requires_shipping", variant.item().requiresShipping());
        node.put(
                "cost",
                cost == null
                        ? null
                        : cost.setScale(shop.currency().getDefaultFractionDigits(), RoundingMode.HALF_UP)
                                .toPlainString());
        origin(node);
        node.put("tracked", variant.item().tracked());
        node.put("weight_value", variant.item().weight().value());
        node.put("weight_unit", unit(variant));
        return node;
    }

    private static String unit(Variant variant) {
        return switch (variant.item().weight().unit()) {
            case GRAMS -> "g";
            case KILOGRAMS -> "kg";
            case OUNCES -> "oz";
            case POUNDS -> "lb";
        };
    }

    private static void origin(ObjectNode node) {
        Payloads.nulls(node, "country_code_of_origin", "province_code_of_origin", "harmonized_system_code");
        node.putArray("country_harmonized_system_codes");
    }

    static ObjectNode of(StockEvent.DeletedItem item) {
        ObjectNode node = Payloads.identified(item.id(), "InventoryItem");
        origin(node);
        return node;
    }

    ObjectNode of(Location location) {
        return Payloads.identified(location.id(), "Location")
                .put("name", location.name())
                .put("address1", "1 Depot Road")
                .put("address2", "")
                .put("city", "Newark")
                .put("zip", "07101")
                .put("province", "New Jersey")
                .put("country", "US")
                .put("phone", "")
                .put("created_at", Payloads.time(location.createdAt(), zone))
                .put("updated_at", Payloads.time(location.updatedAt(), zone))
                .put("country_code", "US")
                .put("country_name", "United States")
                .put("province_code", "NJ")
                .put("legacy", false)
                .put("active", location.isActive());
    }

    static ObjectNode of(StockEvent.DeletedLocation location) {
        return Payloads.object().put("id", location.id());
    }
}

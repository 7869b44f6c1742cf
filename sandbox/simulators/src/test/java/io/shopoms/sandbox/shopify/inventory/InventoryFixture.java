package io.shopoms.sandbox.shopify.inventory;

import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.ProductDraft;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.order.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The inventory of a store with a clock that tests move, and all that it told of. */
final class InventoryFixture {

    final List<String> told = new ArrayList<>();
    final Shop shop;
    final Stock stock;
    final InventoryWriting writing;
    final Location main;
    final Location shelf;
    private final CatalogWriting items;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    InventoryFixture() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        shop = new Shop("acme.myshopify.com", Currency.getInstance("USD"), ZoneId.of("America/New_York"), clock);
        stock = shop.stock();
        writing =
                InventoryWriting.of(stock, shop::nextId, () -> stock.drain().forEach(event -> told.add(event.topic())));
        items = shop.unheardWriting();
        main = shop.locations().standard();
        shelf = writing.locations().open("Shelf");
        told.clear();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Tracked, with so many units at the main location. */
    Variant item(String sku, int units) {
        Variant made = untracked(sku);
        track(made, true);
        writing.stocking().count(made, main, units);
        told.clear();
        return made;
    }

    Variant untracked(String sku) {
        return items.sets()
                .set((Input) null, ProductDraft.parse("{\"title\":\"" + sku + "\",\"sku\":\"" + sku + "\"}"))
                .variants()
                .get(0);
    }

    void track(Variant item, boolean tracked) {
        items.variants().updateItem(item, Input.of(Map.of("tracked", tracked)));
    }

    void delete(Variant item) {
        items.products().delete(item.product());
    }

    Level level(Variant item, Location location) {
        return stock.find(item.inventoryItemId(), location).orElseThrow();
    }

    QuantityChange.Entry entry(Variant item, Location location, int value, Integer changeFrom) {
        return new QuantityChange.Entry(item.inventoryItemId(), location.id(), value, changeFrom, null);
    }

    QuantityOutcome set(String name, QuantityChange.Entry... entries) {
        return writing.quantities().change(new QuantityChange(name, "correction", null, true, List.of(entries)));
    }

    QuantityOutcome adjust(String name, QuantityChange.Entry... entries) {
        return writing.quantities().change(new QuantityChange(name, "correction", null, false, List.of(entries)));
    }

    static List<String> codes(QuantityOutcome outcome) {
        return outcome.errors().stream().map(error -> error.code()).toList();
    }
}

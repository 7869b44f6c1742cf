package io.shopoms.sandbox.shopify;

import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Input;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.graphql.IdempotencyKeys;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.inventory.Level;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sandbox.shopify.inventory.QuantityChange;
import io.shopoms.sandbox.shopify.inventory.QuantityOutcome;
import io.shopoms.sandbox.shopify.order.Shop;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * What the store's people see of the inventory, and do to it, in the admin. Safe for use by several threads. Every act sends
 * the webhooks that it sends in Shopify, throws {@link NoSuchElementException} for a record that there is not, and {@link
 * IllegalArgumentException} for what Shopify would refuse; then nothing changes. A location that is null is the standard one.
 */
public final class ShopifyInventory {

    private final Shop shop;
    private final ShopifyCatalog catalog;
    private final CatalogWriting items;
    private final InventoryWriting writing;
    private final CatalogWriting silentItems;
    private final InventoryWriting silent;
    private final IdempotencyKeys keys;

    ShopifyInventory(
            Shop shop, ShopifyCatalog catalog, CatalogWriting items, InventoryWriting writing, IdempotencyKeys keys) {
        this.shop = shop;
        this.catalog = catalog;
        this.items = items;
        this.writing = writing;
        this.silentItems = shop.unheardWriting();
        this.silent = InventoryWriting.of(shop.stock(), shop::nextId, shop.stock()::drain);
        this.keys = keys;
    }

    /** Oldest first, closed ones too. */
    public List<Location> locations() {
        synchronized (shop) {
            return shop.locations().all();
        }
    }

    public Location location(String name) {
        synchronized (shop) {
            return name == null
                    ? shop.locations().standard()
                    : shop.locations()
                            .find(name)
                            .orElseThrow(() -> new NoSuchElementException("there is no location " + name));
        }
    }

    public Location location(long id) {
        synchronized (shop) {
            return shop.locations().location(id);
        }
    }

    public Location addLocation(String name) {
        synchronized (shop) {
            return writing.locations().open(name);
        }
    }

    public void renameLocation(long id, String name) {
        synchronized (shop) {
            writing.locations().rename(location(id), name);
        }
    }

    /** Whether orders of the online store are shipped from there, and sold from its stock. */
    public void fulfilOnline(long id, boolean fulfils) {
        synchronized (shop) {
            writing.locations().fulfilOnline(location(id), fulfils);
        }
    }

    public void activateLocation(long id) {
        synchronized (shop) {
            writing.locations().activate(location(id));
        }
    }

    /** Closes it with all that lies there. */
    public void deactivateLocation(long id) {
        synchronized (shop) {
            writing.locations().deactivate(location(id));
        }
    }

    /** It must be closed. */
    public void deleteLocation(long id) {
        synchronized (shop) {
            writing.locations().delete(location(id));
        }
    }

    /** Whether Shopify counts the item; new ones are not counted. */
    public void track(String sku, boolean tracked) {
        synchronized (shop) {
            items.variants().updateItem(catalog.variant(sku), tracked(tracked));
        }
    }

    private static Input tracked(boolean tracked) {
        return Input.of(Map.of("tracked", tracked));
    }

    /** Makes the item one that is put together of others, which nobody may count, or an ordinary one. */
    public void bundle(String sku, boolean parent) {
        synchronized (shop) {
            writing.stocking().bundle(catalog.variant(sku), parent);
        }
    }

    /** A published product with one tracked variant, of which there are so many units at the location. */
    public Variant create(String sku, int units, String location) {
        synchronized (shop) {
            Variant variant = catalog.create(sku, sku, "10.00").variants().get(0);
            track(sku, true);
            setAvailable(sku, units, location);
            return variant;
        }
    }

    /**
     * Adds products of one tracked variant each quickly, without webhooks, with so many units at every active location.
     * They are those of {@link ShopifyCatalog#generate}: {@code GEN-1-1}, {@code GEN-2-1}, …
     */
    public void generate(int products, int units) {
        for (int i = 0; i < products; i++) {
            synchronized (shop) {
                catalog.generate(1, 1);
                Variant variant = shop.catalog().variants().lastEntry().getValue();
                silentItems.variants().updateItem(variant, tracked(true));
                for (Location location : shop.locations().active()) {
                    silent.stocking().count(variant, location, units);
                }
            }
        }
    }

    /** Counts what is available, as a person does in the admin; below 0 for what is owed. */
    public void setAvailable(String sku, int units, String location) {
        synchronized (shop) {
            writing.stocking().count(catalog.variant(sku), location(location), units);
        }
    }

    /** The same for an item whose SKU others may have too. */
    public void setAvailable(long itemId, int units, long locationId) {
        synchronized (shop) {
            Variant item = shop.catalog()
                    .findByItem(itemId)
                    .orElseThrow(() -> new NoSuchElementException("there is no inventory item " + itemId));
            writing.stocking().count(item, location(locationId), units);
        }
    }

    /** Stocks the item there too, with what it had there before. */
    public Level stockAt(String sku, String location) {
        synchronized (shop) {
            return writing.stocking().activate(catalog.variant(sku), location(location), null, null);
        }
    }

    public void unstock(String sku, String location) {
        synchronized (shop) {
            writing.stocking().deactivate(level(sku, location));
        }
    }

    /** The record that comes back shows later changes too. */
    public Level level(String sku, String location) {
        synchronized (shop) {
            return level(
                            catalog.variant(sku).inventoryItemId(),
                            location(location).id())
                    .orElseThrow(() -> new NoSuchElementException(sku + " is not stocked at " + location(location)));
        }
    }

    public Optional<Level> level(long itemId, long locationId) {
        synchronized (shop) {
            return shop.stock().find(itemId, location(locationId));
        }
    }

    /** Of all locations at which the item is, or was, stocked. */
    public List<Level> levels(long itemId) {
        synchronized (shop) {
            return shop.stock().of(itemId);
        }
    }

    public int available(String sku, String location) {
        synchronized (shop) {
            return level(sku, location).available();
        }
    }

    /**
     * What {@code inventorySetQuantities} and {@code inventoryAdjustQuantities} do, without HTTP.
     *
     * @param key of {@code @idempotent}
     */
    public QuantityOutcome change(String key, QuantityChange change) {
        synchronized (shop) {
            return keys.once(key, change, () -> writing.quantities().change(change));
        }
    }

    /**
     * The next mutations with a key are refused.
     *
     * @param code IDEMPOTENCY_CONCURRENT_REQUEST, as if another request with the key were under way,
     *     IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED or IDEMPOTENCY_KEY_PARAMETER_MISMATCH
     */
    public void refuseNext(String code, int requests) {
        synchronized (shop) {
            keys.refuseNext(code, requests);
        }
    }
}

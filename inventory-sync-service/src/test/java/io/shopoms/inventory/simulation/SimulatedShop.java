package io.shopoms.inventory.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.simulation.Journal.Place;
import io.shopoms.inventory.stock.LevelKey;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.ShopifyId;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.shopify.ShopifySettings;
import io.shopoms.sandbox.shopify.SimulatedStore;
import io.shopoms.sandbox.shopify.catalog.Variant;
import io.shopoms.sandbox.shopify.inventory.Location;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.shopoms.sync.store.Store.Transport;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A store of Shopify, and the history of what each of its levels had. */
final class SimulatedShop {

    static final String SECOND_PLACE = "Back room";
    private static final OdooConnection ODOO =
            new OdooConnection(URI.create("http://odoo.invalid"), "stock", "key", Transport.JSON2, Optional.empty());

    private final VirtualTime time;
    private final SimulatedStore shopify;
    private final Store store;
    private final Map<OdooId, Variant> variants = new LinkedHashMap<>();
    private final Map<LevelKey, Shown> levels = new LinkedHashMap<>();

    /**
     * A moment of a level.
     *
     * @param ours whether shopOMS wrote it
     */
    record Moment(Instant at, int before, int after, boolean ours) {}

    /** A level, with all that it ever had. */
    static final class Shown {
        private final OdooId product;
        private final String sku;
        private final Location location;
        private final int start;
        private final List<Moment> moments = new ArrayList<>();

        Shown(OdooId product, String sku, Location location, int start) {
            this.product = product;
            this.sku = sku;
            this.location = location;
            this.start = start;
        }

        OdooId product() {
            return product;
        }

        String sku() {
            return sku;
        }

        Location location() {
            return location;
        }

        int start() {
            return start;
        }

        List<Moment> moments() {
            return moments;
        }

        int now() {
            return moments.isEmpty() ? start : moments.get(moments.size() - 1).after();
        }
    }

    SimulatedShop(String name, VirtualTime time, Consumer<OutgoingWebhook> webhooks) {
        this.time = time;
        ShopDomain shop = new ShopDomain(name + ".myshopify.com");
        this.shopify = SimulatedStore.inProcess(
                ShopifySettings.defaults()
                        .withShopDomain(shop.value())
                        .withClock(time)
                        .withRestoreRate(1000),
                time::after,
                webhooks);
        this.store = new Store(
                shop,
                Optional.of(new ShopifyConnection(
                        URI.create("http://" + name + ".invalid"), "2026-10", new StaticToken("token"))),
                Optional.of(ODOO));
    }

    Store store() {
        return store;
    }

    ShopDomain domain() {
        return store.shop();
    }

    Place place(LevelKey key) {
        return new Place(domain(), key);
    }

    /** Sells a product too, from some of its locations, each with units to begin with. */
    void offer(OdooId product, String sku, List<String> places, int units) {
        Variant variant = shopify.inventory().create(sku, units, null);
        variants.put(product, variant);
        for (String place : places) {
            if (!place.isEmpty()) {
                shopify.inventory().setAvailable(sku, units, place);
            }
            Location location = shopify.inventory().location(Opening.named(place));
            levels.put(
                    new LevelKey(new ShopifyId(variant.inventoryItemId()), new ShopifyId(location.id())),
                    new Shown(product, sku, location, units));
        }
    }

    SimulatedStore shopify() {
        return shopify;
    }

    Map<OdooId, Variant> variants() {
        return variants;
    }

    Map<LevelKey, Shown> levels() {
        return levels;
    }

    /** Something that happens in the store without us. */
    void act(Runnable what) {
        what.run();
        note(false, (key, shown) -> {});
    }

    /** A call of ours. */
    JsonNode graphql(String document, Map<String, Object> variables, BiConsumer<LevelKey, Shown> changed) {
        JsonNode answer = shopify.graphql(document, variables);
        note(true, changed);
        return answer;
    }

    private void note(boolean ours, BiConsumer<LevelKey, Shown> changed) {
        levels.forEach((key, shown) -> {
            int now = shopify.inventory()
                    .level(key.item().value(), key.location().value())
                    .orElseThrow()
                    .available();
            if (now != shown.now()) {
                shown.moments().add(new Moment(time.instant(), shown.now(), now, ours));
                changed.accept(key, shown);
            }
        });
    }
}

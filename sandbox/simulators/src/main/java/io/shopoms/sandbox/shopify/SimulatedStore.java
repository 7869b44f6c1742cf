package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sandbox.fault.Json;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.catalog.Scheduler;
import io.shopoms.sandbox.shopify.graphql.Access;
import io.shopoms.sandbox.shopify.graphql.AdminApi;
import io.shopoms.sandbox.shopify.graphql.IdempotencyKeys;
import io.shopoms.sandbox.shopify.graphql.Store;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.order.Checkout;
import io.shopoms.sandbox.shopify.order.DraftLine;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.StockTelling;
import io.shopoms.sandbox.shopify.webhook.CatalogWebhooks;
import io.shopoms.sandbox.shopify.webhook.EventBodies;
import io.shopoms.sandbox.shopify.webhook.FulfillmentPayload;
import io.shopoms.sandbox.shopify.webhook.OrderPayload;
import io.shopoms.sandbox.shopify.webhook.OrderWebhooks;
import io.shopoms.sandbox.shopify.webhook.Subject;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;
import io.shopoms.sandbox.shopify.webhook.WebhookOutlet;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A Shopify store without its surroundings: no HTTP, no threads and no time of its own. {@link ShopifySimulator} puts them
 * around it; simulations that run on a clock of their own use it as it is. Safe for use by several threads.
 */
public final class SimulatedStore implements AutoCloseable {

    private static final URI NOWHERE = URI.create("http://shopify.invalid");
    private static final long NANOS = 1_000_000_000;

    private final Shop shop;
    private final Access access = new Access();
    private final Subscriptions subscriptions;
    private final EventBodies bodies;
    private final OrderWebhooks webhooks;
    private final Checkout checkout;
    private final Merchant merchant;
    private final ShopifyAdmin admin;
    private final ShopifyBulk bulk;
    private final ShopifyCatalog catalog;
    private final ShopifyInventory inventory;
    private final IdempotencyKeys keys;
    private final AdminApi api;

    /**
     * @param shop as {@link #shop} makes it
     * @param scheduler does what goes on after an answer
     * @param nanoTime by which the points of the Admin API come back
     */
    SimulatedStore(
            Shop shop,
            ShopifySettings settings,
            Subscriptions subscriptions,
            WebhookOutlet outlet,
            Scheduler scheduler,
            LongSupplier nanoTime) {
        this.shop = shop;
        this.subscriptions = subscriptions;
        FulfillmentPayload fulfillments = new FulfillmentPayload(shop.zone());
        this.bodies = new EventBodies(shop, new OrderPayload(shop, fulfillments), fulfillments);
        this.webhooks = new OrderWebhooks(outlet, bodies, settings.clock());
        StockTelling events = new StockTelling(shop.stock(), webhooks);
        this.checkout = new Checkout(shop, events);
        this.merchant = Merchant.of(shop, events);
        this.admin = new ShopifyAdmin(shop, merchant);
        CatalogWriting writing = shop.writing(new CatalogWebhooks(events));
        InventoryWriting stocking = InventoryWriting.of(shop.stock(), shop::nextId, events::tell);
        this.keys = new IdempotencyKeys(settings.clock()::instant);
        this.bulk = new ShopifyBulk(shop, writing, webhooks, scheduler);
        this.catalog = new ShopifyCatalog(shop, writing);
        this.inventory = new ShopifyInventory(shop, catalog, writing, stocking, keys);
        this.api = new AdminApi(
                new Store(
                        shop,
                        access,
                        merchant,
                        writing,
                        stocking,
                        keys,
                        bulk.products(),
                        bulk.all(),
                        bulk.uploads(),
                        subscriptions),
                settings.restoreRate(),
                nanoTime);
    }

    static Shop shop(ShopifySettings settings) {
        return new Shop(settings.shopDomain(), settings.currency(), settings.zone(), settings.clock());
    }

    /**
     * A store that lives by the clock of its settings alone.
     *
     * @param scheduler does what goes on after an answer: bulk operations
     * @param webhooks gets every webhook at once, to be delivered, delayed, doubled or lost
     */
    public static SimulatedStore inProcess(
            ShopifySettings settings, Scheduler scheduler, Consumer<OutgoingWebhook> webhooks) {
        Shop shop = shop(settings);
        WebhookOutlet outlet = new WebhookOutlet() {
            @Override
            public boolean isWanted(String topic) {
                return true;
            }

            @Override
            public void publish(OutgoingWebhook webhook, Subject subject) {
                webhooks.accept(webhook.withWebhookId(UUID.randomUUID().toString()));
            }
        };
        return new SimulatedStore(
                shop, settings, new Subscriptions(shop::nextId), outlet, scheduler, () -> nanos(settings.clock()));
    }

    private static long nanos(Clock clock) {
        Instant now = clock.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    /** The answer of the Admin API: data, errors, extensions. */
    public JsonNode graphql(String document, Map<String, Object> variables) {
        try {
            byte[] body = Json.MAPPER.writeValueAsBytes(Map.of("query", document, "variables", variables));
            synchronized (shop) {
                return Json.MAPPER.readTree(api.execute(body, NOWHERE).body().toString());
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The lines of a bulk operation; empty if there are none, or not yet. */
    public Optional<byte[]> bulkResult(long operationId) {
        synchronized (shop) {
            return bulk.all().download(operationId);
        }
    }

    /** A buyer places an order. The record that comes back shows later changes too. */
    public Order placeOrder(OrderDraft draft) {
        synchronized (shop) {
            Order order = checkout.place(draft);
            if (draft.webhooks()) {
                catalog.bought(order);
            }
            return order;
        }
    }

    /**
     * A buyer orders units of a variant, from wherever the store has them.
     *
     * @throws IllegalArgumentException if there are too few, and the variant is not to be oversold
     */
    public Order sell(String sku, int units) {
        return sell(sku, units, null);
    }

    /** The same at a location, which need not be online. */
    public Order sell(String sku, int units, String location) {
        return placeOrder(OrderDraft.of(DraftLine.of(sku, sku, units, "10.00").from(location)));
    }

    /** @throws java.util.NoSuchElementException if there is no such order */
    public Order order(long id) {
        synchronized (shop) {
            return shop.order(id);
        }
    }

    public List<Order> orders() {
        synchronized (shop) {
            return List.copyOf(shop.orders());
        }
    }

    /** The exact body of a webhook about any record, as it would be sent now. */
    public byte[] bodyOf(Object record) {
        synchronized (shop) {
            return OrderWebhooks.bytes(bodies.of(record));
        }
    }

    /** What the store's people do in its admin. */
    public ShopifyAdmin admin() {
        return admin;
    }

    /** How long bulk operations take, and how they go wrong. */
    public ShopifyBulk bulk() {
        return bulk;
    }

    /** What the store's people do to its products. */
    public ShopifyCatalog catalog() {
        return catalog;
    }

    /** What lies where, and what the store's people do to it. */
    public ShopifyInventory inventory() {
        return inventory;
    }

    Shop shop() {
        return shop;
    }

    Access access() {
        return access;
    }

    Merchant merchant() {
        return merchant;
    }

    OrderWebhooks webhooks() {
        return webhooks;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    AdminApi api() {
        return api;
    }

    /** Forgets orders, products and what lies where; locations and subscriptions stay. */
    public void reset() {
        synchronized (shop) {
            shop.clear();
            catalog.reset();
            bulk.reset();
            keys.clear();
        }
        access.grant(Access.ALL);
    }

    @Override
    public void close() {
        bulk.close();
    }
}

package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.WebhookSender;
import io.shopoms.sandbox.fault.Faults;
import io.shopoms.sandbox.fault.RequestLog;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.catalog.CatalogWriting;
import io.shopoms.sandbox.shopify.graphql.Access;
import io.shopoms.sandbox.shopify.graphql.AdminApi;
import io.shopoms.sandbox.shopify.graphql.IdempotencyKeys;
import io.shopoms.sandbox.shopify.graphql.Store;
import io.shopoms.sandbox.shopify.inventory.InventoryWriting;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Checkout;
import io.shopoms.sandbox.shopify.order.DraftLine;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.StockTelling;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.page.StorePage;
import io.shopoms.sandbox.shopify.webhook.CatalogWebhooks;
import io.shopoms.sandbox.shopify.webhook.Deliveries;
import io.shopoms.sandbox.shopify.webhook.EventBodies;
import io.shopoms.sandbox.shopify.webhook.FulfillmentPayload;
import io.shopoms.sandbox.shopify.webhook.OrderPayload;
import io.shopoms.sandbox.shopify.webhook.OrderWebhooks;
import io.shopoms.sandbox.shopify.webhook.Subject;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;
import io.shopoms.sandbox.shopify.webhook.Topics;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * A Shopify store in memory: Admin GraphQL API, webhooks, and what a buyer and a merchant do. Safe for use by several
 * threads.
 */
public final class ShopifySimulator implements AutoCloseable {

    private static final int CONNECTIONS = 32;

    private final ShopifySettings settings;
    private final SimulatedServer server;
    private final Shop shop;
    private final Access access = new Access();
    private final Tokens tokens;
    private final WebhookSender sender;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final OrderPayload payload;
    private final OrderWebhooks webhooks;
    private final Checkout checkout;
    private final Merchant merchant;
    private final ShopifyAdmin admin;
    private final ShopifyBulk bulk;
    private final ShopifyCatalog catalog;
    private final ShopifyInventory inventory;
    private final IdempotencyKeys keys;
    private final EventBodies bodies;

    private ShopifySimulator(ShopifySettings settings) {
        this.settings = settings;
        this.server = new SimulatedServer("simulated Shopify", this::reset);
        this.shop = new Shop(settings.shopDomain(), settings.currency(), settings.zone(), settings.clock());
        this.tokens = new Tokens(settings, access);
        this.sender = WebhookSender.on(server.vertx(), settings.shopDomain(), CONNECTIONS);
        this.subscriptions = new Subscriptions(shop::nextId);
        this.deliveries =
                new Deliveries(server.vertx(), sender, subscriptions, settings.retries(), settings.webhookSecret());
        FulfillmentPayload fulfillments = new FulfillmentPayload(shop.zone());
        this.payload = new OrderPayload(shop, fulfillments);
        this.bodies = new EventBodies(shop, payload, fulfillments);
        this.webhooks = new OrderWebhooks(deliveries, bodies, settings.clock());
        StockTelling events = new StockTelling(shop.stock(), webhooks);
        this.checkout = new Checkout(shop, events);
        this.merchant = Merchant.of(shop, events);
        this.admin = new ShopifyAdmin(shop, merchant);
        CatalogWriting writing = shop.writing(new CatalogWebhooks(events));
        InventoryWriting stocking = InventoryWriting.of(shop.stock(), shop::nextId, events::tell);
        this.keys = new IdempotencyKeys(settings.clock()::instant);
        this.bulk = new ShopifyBulk(shop, writing, webhooks, server.vertx());
        this.catalog = new ShopifyCatalog(shop, writing);
        this.inventory = new ShopifyInventory(shop, catalog, writing, stocking, keys);
        settings.webhookTarget().ifPresent(target -> subscriptions.configure(target, Topics.SENT, shop.now()));
        AdminApi api = new AdminApi(
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
                settings.restoreRate());
        new AdminEndpoint(server, api, tokens, shop);
        new BulkEndpoint(server, bulk.all(), bulk.uploads(), shop);
        new ShopifyControl(this).addTo(server);
    }

    /** @throws IllegalStateException if the port is taken */
    public static ShopifySimulator start(ShopifySettings settings) {
        ShopifySimulator simulator = new ShopifySimulator(settings);
        simulator.server.listen(settings.port());
        return simulator;
    }

    public ShopifySettings settings() {
        return settings;
    }

    public int port() {
        return server.port();
    }

    /** What {@code SHOPIFY_ADMIN_URL} is to be set to. */
    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return server.faults();
    }

    public RequestLog requests() {
        return server.requests();
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    /** Sends all topics to a gateway from now on, signed with {@code secret}. */
    public void sendWebhooksTo(URI target, String secret) {
        sendWebhooksTo(target, secret, Topics.SENT);
    }

    /** @param target an address without a path gets {@code /webhooks/<topic>} for each topic */
    public void sendWebhooksTo(URI target, String secret, List<String> topics) {
        deliveries.signWith(secret);
        subscriptions.configure(target, topics, shop.now());
    }

    /** What the store's people do in its admin. */
    public ShopifyAdmin admin() {
        return admin;
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

    public void editOrder(long id, OrderEdit edit) {
        synchronized (shop) {
            merchant.editing().edit(shop.order(id), edit);
        }
    }

    /** Moves {@code updated_at} and sends orders/updated. */
    public void touchOrder(long id) {
        synchronized (shop) {
            merchant.editing().touch(shop.order(id));
        }
    }

    /** Receives what is outstanding. */
    public void payOrder(long id) {
        synchronized (shop) {
            merchant.settlement().pay(shop.order(id));
        }
    }

    /** @param reason customer, declined, fraud, inventory, other or staff */
    public void cancelOrder(long id, String reason, boolean restock) {
        synchronized (shop) {
            merchant.cancelling().cancel(shop.order(id), Cancellation.of(reason, restock));
        }
    }

    /** The merchant ships all that is open in the admin, without shopOMS. */
    public void shipInAdmin(long id, TrackingInfo tracking) {
        synchronized (shop) {
            merchant.fulfilling().shipAll(shop.order(id), tracking);
        }
    }

    /** The merchant puts the open fulfilment orders on hold, or lets them go. */
    public void holdFulfillment(long id, boolean hold) {
        synchronized (shop) {
            merchant.editing().hold(shop.order(id), hold);
        }
    }

    /** The exact orders/* body as it would be sent now. */
    public byte[] webhookBody(long id) {
        synchronized (shop) {
            return OrderWebhooks.bytes(payload.of(shop.order(id)));
        }
    }

    /**
     * The exact body of a webhook about a refund, a transaction, a customer or any other record, as it would be sent now.
     */
    public byte[] bodyOf(Object record) {
        synchronized (shop) {
            return OrderWebhooks.bytes(bodies.of(record));
        }
    }

    String show(StorePage page) {
        synchronized (shop) {
            return page.render(
                    shop.domain(),
                    List.copyOf(shop.orders()),
                    List.copyOf(shop.catalog().products().values()),
                    deliveries.log(),
                    faults().pending(),
                    requests().entries());
        }
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

    /**
     * A buyer orders units of a variant, from wherever the store has them.
     *
     * @throws IllegalArgumentException if there are too few, and the variant is not to be oversold
     */
    public Order sell(String sku, int units) {
        return placeOrder(OrderDraft.of(DraftLine.of(sku, sku, units, "10.00")));
    }

    /** Sends any body to whoever subscribed to the topic. */
    public void sendWebhook(String topic, JsonNode body, Subject subject) {
        webhooks.send(topic, body, subject);
    }

    /** The app has only these scopes from now on. */
    public void grantScopes(Set<String> scopes) {
        access.grant(scopes);
    }

    /** No token is accepted any longer, as after an uninstall. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /** Tokens from the token endpoint end; the static one goes on. */
    public void expireTokens() {
        tokens.expire();
    }

    /** Forgets orders, products, what lies where, deliveries, faults and requests; locations and subscriptions stay. */
    public void reset() {
        synchronized (shop) {
            shop.clear();
            catalog.reset();
            bulk.reset();
            keys.clear();
        }
        deliveries.clear();
        server.faults().clear();
        server.requests().clear();
        access.grant(Access.ALL);
        tokens.reset();
    }

    @Override
    public void close() {
        server.close();
        bulk.close();
    }
}

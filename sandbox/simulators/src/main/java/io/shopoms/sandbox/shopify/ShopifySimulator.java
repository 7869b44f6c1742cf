package io.shopoms.sandbox.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.sandbox.WebhookSender;
import io.shopoms.sandbox.fault.Faults;
import io.shopoms.sandbox.fault.RequestLog;
import io.shopoms.sandbox.fault.SimulatedServer;
import io.shopoms.sandbox.shopify.order.Cancellation;
import io.shopoms.sandbox.shopify.order.Merchant;
import io.shopoms.sandbox.shopify.order.Order;
import io.shopoms.sandbox.shopify.order.OrderDraft;
import io.shopoms.sandbox.shopify.order.OrderEdit;
import io.shopoms.sandbox.shopify.order.Shop;
import io.shopoms.sandbox.shopify.order.TrackingInfo;
import io.shopoms.sandbox.shopify.page.StorePage;
import io.shopoms.sandbox.shopify.webhook.Deliveries;
import io.shopoms.sandbox.shopify.webhook.Subject;
import io.shopoms.sandbox.shopify.webhook.Subscriptions;
import io.shopoms.sandbox.shopify.webhook.Topics;
import java.net.URI;
import java.time.Duration;
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
    private final SimulatedStore store;
    private final Shop shop;
    private final Merchant merchant;
    private final Tokens tokens;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    private ShopifySimulator(ShopifySettings settings) {
        this.settings = settings;
        this.server = new SimulatedServer("simulated Shopify", this::reset);
        this.shop = SimulatedStore.shop(settings);
        this.subscriptions = new Subscriptions(shop::nextId);
        this.deliveries = new Deliveries(
                server.vertx(),
                WebhookSender.on(server.vertx(), settings.shopDomain(), CONNECTIONS),
                subscriptions,
                settings.retries(),
                settings.webhookSecret());
        this.store = new SimulatedStore(shop, settings, subscriptions, deliveries, this::later, System::nanoTime);
        this.merchant = store.merchant();
        this.tokens = new Tokens(settings, store.access());
        settings.webhookTarget().ifPresent(target -> subscriptions.configure(target, Topics.SENT, shop.now()));
        new AdminEndpoint(server, store.api(), tokens, shop);
        new BulkEndpoint(server, store.bulk().all(), store.bulk().uploads(), shop);
        new ShopifyControl(this).addTo(server);
    }

    private void later(Duration delay, Runnable work) {
        server.vertx().setTimer(Math.max(1, delay.toMillis()), timer -> work.run());
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
        return store.admin();
    }

    /** A buyer places an order. The record that comes back shows later changes too. */
    public Order placeOrder(OrderDraft draft) {
        return store.placeOrder(draft);
    }

    /**
     * A buyer orders units of a variant, from wherever the store has them.
     *
     * @throws IllegalArgumentException if there are too few, and the variant is not to be oversold
     */
    public Order sell(String sku, int units) {
        return store.sell(sku, units);
    }

    /** The same at a location, which need not be online. */
    public Order sell(String sku, int units, String location) {
        return store.sell(sku, units, location);
    }

    /** @throws java.util.NoSuchElementException if there is no such order */
    public Order order(long id) {
        return store.order(id);
    }

    public List<Order> orders() {
        return store.orders();
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
        return store.bodyOf(store.order(id));
    }

    /**
     * The exact body of a webhook about a refund, a transaction, a customer or any other record, as it would be sent now.
     */
    public byte[] bodyOf(Object record) {
        return store.bodyOf(record);
    }

    String show(StorePage page) {
        synchronized (shop) {
            return page.render(
                    shop.domain(),
                    List.copyOf(shop.orders()),
                    List.copyOf(shop.catalog().products().values()),
                    shop.stock(),
                    deliveries.log(),
                    faults().pending(),
                    requests().entries());
        }
    }

    /** How long bulk operations take, and how they go wrong. */
    public ShopifyBulk bulk() {
        return store.bulk();
    }

    /** What the store's people do to its products. */
    public ShopifyCatalog catalog() {
        return store.catalog();
    }

    /** What lies where, and what the store's people do to it. */
    public ShopifyInventory inventory() {
        return store.inventory();
    }

    /** Sends any body to whoever subscribed to the topic. */
    public void sendWebhook(String topic, JsonNode body, Subject subject) {
        store.webhooks().send(topic, body, subject);
    }

    /** The app has only these scopes from now on. */
    public void grantScopes(Set<String> scopes) {
        store.access().grant(scopes);
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
        store.reset();
        deliveries.clear();
        server.faults().clear();
        server.requests().clear();
        tokens.reset();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}

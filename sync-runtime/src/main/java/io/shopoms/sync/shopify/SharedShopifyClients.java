package io.shopoms.sync.shopify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.CallMetrics;
import io.shopoms.sync.http.CallParts;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes a client for each store and connection, and keeps it with its queue, its points and its token. */
@Singleton
class SharedShopifyClients implements ShopifyClients {

    /** An empty bucket of any plan is full after 20 seconds; twice throttled and once more is still within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Key(ShopDomain shop, ShopifyConnection connection) {}

    private final CallParts parts;
    private final Clock clock;
    private final Map<Key, ShopifyClient> clients = new ConcurrentHashMap<>();

    @Inject
    SharedShopifyClients(Vertx vertx, ShopifyConfig config, MeterRegistry registry, Clock clock) {
        this.parts = new CallParts(vertx, config, registry);
        this.clock = clock;
    }

    @Override
    public ShopifyClient of(Store store) {
        ShopifyConnection shopify = store.shopify()
                .orElseThrow(() -> ShopifySettings.missing(
                        "the Admin API of " + store.shop() + " is not configured",
                        "SHOPIFY_ACCESS_TOKEN, or SHOPIFY_CLIENT_ID and SHOPIFY_CLIENT_SECRET"));
        return clients.computeIfAbsent(new Key(store.shop(), shopify), this::connect);
    }

    private ShopifyClient connect(Key key) {
        ShopifyConnection shopify = ShopifySettings.checked(key.connection());
        CallMetrics metrics =
                parts.metrics("shopoms.shopify", Tags.of("store", key.shop().value()));
        AnswerNotices notices = new AnswerNotices(key.shop(), shopify.apiVersion());
        return new ThrottledShopifyClient(
                new GraphqlEndpoint(parts.http(), shopify, notices, clock),
                tokens(shopify),
                parts.queue("Shopify store " + key.shop(), metrics),
                new CostThrottle(parts.timers()::nanos),
                parts.retries(PATIENCE),
                metrics);
    }

    private AccessTokens tokens(ShopifyConnection shopify) {
        if (shopify.credentials() instanceof StaticToken token) {
            return AccessTokens.fixed(token.accessToken());
        }
        return new ClientCredentialsTokens(parts.http(), shopify, (ClientCredentials) shopify.credentials(), clock);
    }
}

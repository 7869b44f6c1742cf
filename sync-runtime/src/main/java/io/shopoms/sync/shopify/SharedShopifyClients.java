package io.shopoms.sync.shopify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.http.CallMetrics;
import io.shopoms.sync.http.CallQueue;
import io.shopoms.sync.http.HttpLimits;
import io.shopoms.sync.http.OutboundHttp;
import io.shopoms.sync.http.Retries;
import io.shopoms.sync.http.Timers;
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
import java.util.concurrent.ThreadLocalRandom;

/** Makes a client for each store and connection, and keeps it with its queue, its points and its token. */
@Singleton
class SharedShopifyClients implements ShopifyClients {

    /** An empty bucket of any plan is full after 20 seconds; twice throttled and once more is still within this. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private record Key(ShopDomain shop, ShopifyConnection connection) {}

    private final ShopifyConfig config;
    private final MeterRegistry registry;
    private final Timers timers;
    private final OutboundHttp http;
    private final Clock clock;
    private final Map<Key, ShopifyClient> clients = new ConcurrentHashMap<>();

    @Inject
    SharedShopifyClients(Vertx vertx, ShopifyConfig config, MeterRegistry registry, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.registry = registry;
        this.timers = Timers.of(vertx);
        this.http = new OutboundHttp(
                vertx,
                new HttpLimits(
                        config.connectTimeout(),
                        config.readTimeout(),
                        config.maxAnswerSize().asLongValue()));
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
        CallMetrics metrics = new CallMetrics(
                registry, "shopoms.shopify", Tags.of("store", key.shop().value()), timers);
        AnswerNotices notices = new AnswerNotices(key.shop(), shopify.apiVersion());
        return new ThrottledShopifyClient(
                new GraphqlEndpoint(http, shopify, notices, clock),
                tokens(shopify),
                new CallQueue(
                        "Shopify store " + key.shop(),
                        config.maxInFlight(),
                        config.maxWaiting(),
                        timers,
                        metrics::waited),
                new CostThrottle(timers::nanos),
                new Retries(
                        config.tries(),
                        PATIENCE,
                        timers,
                        () -> ThreadLocalRandom.current().nextDouble()),
                metrics);
    }

    private AccessTokens tokens(ShopifyConnection shopify) {
        if (shopify.credentials() instanceof StaticToken token) {
            return AccessTokens.fixed(token.accessToken());
        }
        return new ClientCredentialsTokens(http, shopify, (ClientCredentials) shopify.credentials(), clock);
    }
}

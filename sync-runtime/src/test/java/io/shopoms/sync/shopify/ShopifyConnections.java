package io.shopoms.sync.shopify;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.ShopifyConnection;
import io.shopoms.sync.store.Store.ShopifyCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.ClientCredentials;
import io.shopoms.sync.store.Store.ShopifyCredentials.StaticToken;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Stores and clients for tests, made as production makes them. */
final class ShopifyConnections {

    static final ShopifyCredentials TOKEN = new StaticToken("shpat_0123456789");
    static final ShopifyCredentials APP = new ClientCredentials("client-1", "secret & more");

    private ShopifyConnections() {}

    static Store store(URI url, ShopifyCredentials credentials) {
        return store(new ShopifyConnection(url, "2026-10", credentials));
    }

    static Store store(ShopifyConnection connection) {
        return new Store(new ShopDomain("acme.myshopify.com"), Optional.of(connection), Optional.empty());
    }

    /** @param settings below {@code shopoms.shopify.} */
    static ShopifyConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(ShopifyConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter());
        settings.forEach((name, value) ->
                builder.withSources(new PropertiesConfigSource(Map.of("shopoms.shopify." + name, value), name, 500)));
        return builder.build().getConfigMapping(ShopifyConfig.class);
    }

    static SharedShopifyClients clients(Vertx vertx, Map<String, String> settings) {
        return clients(vertx, settings, new SimpleMeterRegistry());
    }

    static SharedShopifyClients clients(Vertx vertx, Map<String, String> settings, MeterRegistry registry) {
        return new SharedShopifyClients(vertx, config(settings), registry, Clock.systemUTC());
    }
}

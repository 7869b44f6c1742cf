package io.shopoms.sync.odoo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Store.OdooConnection;
import io.shopoms.sync.store.Store.Transport;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Stores and clients for tests, made as production makes them. */
final class OdooConnections {

    static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private OdooConnections() {}

    static Store store(URI url, Transport transport) {
        return store(new OdooConnection(url, "acme", KEY, transport, Optional.of("sync@example.com")));
    }

    static Store store(OdooConnection connection) {
        return new Store(new ShopDomain("acme.myshopify.com"), Optional.empty(), Optional.of(connection));
    }

    /** @param settings below {@code shopoms.odoo.} */
    static OdooConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(OdooConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter());
        settings.forEach((name, value) ->
                builder.withSources(new PropertiesConfigSource(Map.of("shopoms.odoo." + name, value), name, 500)));
        return builder.build().getConfigMapping(OdooConfig.class);
    }

    static SharedOdooClients clients(Vertx vertx, Map<String, String> settings) {
        return new SharedOdooClients(vertx, config(settings), new SimpleMeterRegistry(), Clock.systemUTC());
    }
}

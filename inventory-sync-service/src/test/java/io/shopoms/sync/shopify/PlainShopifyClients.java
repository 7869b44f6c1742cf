package io.shopoms.sync.shopify;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The clients that production has, without its container. */
public final class PlainShopifyClients {

    private PlainShopifyClients() {}

    /** @param tries how often a call is sent at most */
    public static ShopifyClients with(Vertx vertx, int tries) {
        ShopifyConfig config = new SmallRyeConfigBuilder()
                .withMapping(ShopifyConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValues(Map.of("shopoms.shopify.tries", Integer.toString(tries)))
                .build()
                .getConfigMapping(ShopifyConfig.class);
        return new SharedShopifyClients(vertx, config, new SimpleMeterRegistry(), Clock.systemUTC());
    }
}

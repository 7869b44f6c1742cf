package io.shopoms.sync.shopify;

import io.quarkus.runtime.configuration.MemorySize;
import io.shopoms.sync.http.CallConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Shopify is called, whichever store it is for. Limits hold for each store. */
@ConfigMapping(prefix = "shopoms.shopify")
public interface ShopifyConfig extends CallConfig {

    /** How long a connection may take to stand. */
    @Override
    @WithDefault("PT5S")
    Duration connectTimeout();

    /** How long one call may take in all. */
    @Override
    @WithDefault("PT30S")
    Duration readTimeout();

    /** Calls to one store at the same time. The store's cost limit decides what they achieve. */
    @Override
    @WithDefault("4")
    int maxInFlight();

    /** Calls that may wait for their turn; one more fails and its record is tried again later. */
    @Override
    @WithDefault("1000")
    int maxWaiting();

    /** Answers longer than this are cut off and fail. */
    @Override
    @WithDefault("16M")
    MemorySize maxAnswerSize();

    /** How often a call that is safe to repeat, or was throttled, is sent at most, before its record waits for its own retry. */
    @Override
    @WithDefault("5")
    int tries();
}

package io.shopoms.sync.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What addresses stores may have. */
@ConfigMapping(prefix = "shopoms.sync.store")
interface StoreRulesConfig {

    /**
     * Whether an Admin API address may be plain {@code http} beyond this machine. The access token would cross the network
     * in clear: meant for a simulated Shopify in a private network.
     */
    @WithDefault("false")
    boolean allowPlainHttp();
}

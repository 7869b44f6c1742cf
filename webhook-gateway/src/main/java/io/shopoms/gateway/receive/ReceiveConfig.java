package io.shopoms.gateway.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How webhooks are received. */
@ConfigMapping(prefix = "shopoms.gateway")
public interface ReceiveConfig {

    /** The largest webhook that is accepted; a larger one is answered 413. */
    @WithDefault("10M")
    MemorySize maxBodySize();
}

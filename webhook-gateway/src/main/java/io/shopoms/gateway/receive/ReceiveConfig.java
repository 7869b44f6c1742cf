package io.shopoms.gateway.receive;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are received. */
@ConfigMapping(prefix = "shopoms.gateway")
public interface ReceiveConfig {

    /** The largest webhook that is accepted; a larger one is answered 413. */
    @WithDefault("10M")
    MemorySize maxBodySize();

    /**
     * How many bytes all bodies together may take that are on their way or not answered yet; beyond that the answer is 503, so
     * that memory lasts. Signed or not: a signature is known only when its body is here.
     */
    @WithDefault("64M")
    MemorySize maxBodiesSize();

    /** How long a body may take from its first byte to its last; a slower one is answered 408. Shopify needs less than 5 s. */
    @WithDefault("10S")
    Duration bodyDeadline();
}

package io.shopoms.gateway.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway tries to make a webhook durable. Shopify hangs up after five seconds. */
@ConfigMapping(prefix = "shopoms.gateway.publish")
public interface PublishConfig {

    /** How long the broker may take to confirm before the outbox is used. */
    @WithDefault("1500ms")
    Duration confirmTimeout();

    /** How long broker and outbox together may take before the answer is 503. */
    @WithDefault("3s")
    Duration deadline();
}

package io.shopoms.gateway.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the gateway tries to make a webhook durable. Shopify hangs up after five seconds. */
@ConfigMapping(prefix = "shopoms.gateway.publish")
public interface PublishConfig {

    /**
     * How long broker and outbox together may take before the answer is 503. The broker's share is
     * {@code shopoms.publisher.confirm-timeout}.
     */
    @WithDefault("3s")
    Duration deadline();

    /** How many bytes of bodies may wait for the outbox; beyond that the answer is 503 at once, so that memory lasts. */
    @WithDefault("32000000")
    long maxOutboxBytes();
}

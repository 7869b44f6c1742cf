package io.shopoms.bus.publish;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are published. */
@ConfigMapping(prefix = "shopoms.publisher")
public interface PublisherSettings {

    /** How long to wait for the broker's confirm. The gateway must answer within 5 s, its fallback included. */
    @WithDefault("1500ms")
    Duration confirmTimeout();

    /** How many messages may wait for their confirm; more fail at once. Bounds the memory that a slow broker costs. */
    @WithDefault("2000")
    int maxInFlight();

    /** How many bytes of bodies may wait for their confirm; more fail at once. */
    @WithDefault("64000000")
    long maxInFlightBytes();
}

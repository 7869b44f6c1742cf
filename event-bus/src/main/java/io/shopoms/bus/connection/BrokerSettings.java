package io.shopoms.bus.connection;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Where the broker is. */
@ConfigMapping(prefix = "shopoms.amqp")
public interface BrokerSettings {

    /** {@code amqp[s]://user:password@host:port/virtual-host}; without it the service starts but is not ready. */
    Optional<String> url();

    /** @throws IllegalArgumentException if the setting is there but is no such URL */
    default Optional<BrokerUrl> brokerUrl() {
        return url().filter(text -> !text.isBlank()).map(text -> {
            try {
                return BrokerUrl.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("SHOPOMS_AMQP_URL " + e.getMessage()
                        + "; expected amqp[s]://user:password@host:port/virtual-host");
            }
        });
    }
}

package io.shopoms.sync.intake;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How events of other services are taken from the broker. */
@ConfigMapping(prefix = "shopoms.sync.events")
interface DomainEventsConfig {

    /** The queue of other services' events that this service consumes; without one it takes none. */
    Optional<String> queue();
}

package io.shopoms.sync.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How scheduled tasks run. */
@ConfigMapping(prefix = "shopoms.sync.scheduler")
interface SchedulerConfig {

    /** Whether this process runs scheduled tasks at all. */
    @WithDefault("true")
    boolean enabled();

    /** How often each replica asks PostgreSQL whether something is due. */
    @WithDefault("PT1S")
    Duration tick();

    /** How long a task of a crashed worker stays out of reach; renewed while it runs. */
    @WithDefault("PT30S")
    Duration lease();

    /** The longest that one run may take; afterwards it counts as failed. */
    @WithDefault("PT10M")
    Duration runDeadline();
}

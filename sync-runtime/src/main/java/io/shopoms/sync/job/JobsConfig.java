package io.shopoms.sync.job;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How jobs run. */
@ConfigMapping(prefix = "shopoms.sync.jobs")
interface JobsConfig {

    /** How many jobs one process runs at once. */
    @WithDefault("2")
    int concurrency();

    /** How often jobs are looked for besides the wake-up at their creation. */
    @WithDefault("PT2S")
    Duration pollInterval();

    /** How long a job of a crashed worker stays out of reach; renewed while a step works. */
    @WithDefault("PT30S")
    Duration lease();

    /** The longest that one step may take; afterwards it is tried again. */
    @WithDefault("PT5M")
    Duration stepDeadline();

    /** The first delay after a failed step; doubles with every attempt. */
    @WithDefault("PT2S")
    Duration retryDelay();

    /** The longest delay after a failed step. */
    @WithDefault("PT2M")
    Duration retryDelayCap();

    /** After how many unexpected errors in a row a job is FAILED instead of tried again. */
    @WithDefault("5")
    int unexpectedAttempts();
}

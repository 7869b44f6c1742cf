package io.shopoms.sync.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How due cache rows are processed. */
@ConfigMapping(prefix = "shopoms.sync.processing")
public interface ProcessingConfig {

    /** Whether this process works on cache rows at all; without, it only takes webhooks in. */
    @WithDefault("true")
    boolean enabled();

    /** How many records a handler is given at once, at most, unless it says otherwise itself. */
    @WithDefault("50")
    int batchSize();

    /** How many bytes of raw text a handler is given at once, at most; a single larger record is given alone. */
    @WithDefault("8000000")
    long batchBytes();

    /**
     * How many batches are in work at once for one Odoo, whatever their kind; more only fill Odoo's own queue. As many more
     * for each store whose records go to Shopify.
     */
    @WithDefault("2")
    int batchesPerOdoo();

    /** How often due rows are looked for besides the wake-ups of intake. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** How long rows of a crashed worker stay out of reach; renewed while a handler works. */
    @WithDefault("PT30S")
    Duration lease();

    /**
     * The longest that a handler may take for one call, unless it says otherwise itself; afterwards its records wait as
     * transient failures.
     */
    @WithDefault("PT2M")
    Duration handlerDeadline();

    /** How long a shutdown waits for handlers before their rows are given back. */
    @WithDefault("PT10S")
    Duration shutdownGrace();

    /** The first delay after a transient failure; doubles with every attempt. */
    @WithDefault("PT1S")
    Duration transientDelay();

    /** The longest delay after a transient failure. */
    @WithDefault("PT5M")
    Duration transientDelayCap();

    /** The first delay while a record waits for something that is missing; doubles with every attempt. */
    @WithDefault("PT15S")
    Duration dependencyDelay();

    /** The longest delay while a record waits for something that is missing. */
    @WithDefault("PT15M")
    Duration dependencyDelayCap();

    /** How often a paused store is probed with one record, to resume by itself once its settings are right. */
    @WithDefault("PT30S")
    Duration probeInterval();

    /** The longest time without a try while the other system is down. */
    @WithDefault("PT30S")
    Duration outageHoldCap();

    /** After how many unexpected errors in a row a record is FAILED instead of tried again. */
    @WithDefault("5")
    int unexpectedAttempts();

    /** After how many leases lost in a row (crashes in the middle of its processing) a record is FAILED. */
    @WithDefault("5")
    int lostLeases();
}

package io.shopoms.sync.odoo;

import io.quarkus.runtime.configuration.MemorySize;
import io.shopoms.sync.http.CallConfig;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalDouble;

/** How Odoo is called, whichever store it is for. Limits hold for each Odoo database, shared by its stores. */
@ConfigMapping(prefix = "shopoms.odoo")
public interface OdooConfig extends CallConfig {

    /** How long a connection may take to stand. */
    @Override
    @WithDefault("PT5S")
    Duration connectTimeout();

    /**
     * How long one call may take in all. Odoo repeats colliding transactions itself for up to half a minute: below 60
     * seconds calls are given up that Odoo then commits.
     */
    @Override
    @WithDefault("PT60S")
    Duration readTimeout();

    /** Calls to one Odoo database at the same time. More than Odoo has workers only adds latency. */
    @Override
    @WithDefault("2")
    int maxInFlight();

    /** Calls that may wait for their turn; one more fails and its record is tried again later. */
    @Override
    @WithDefault("1000")
    int maxWaiting();

    /**
     * Calls to one Odoo database per second, without a limit if absent. For Odoo Online: 1, together with one call at a
     * time.
     */
    OptionalDouble requestsPerSecond();

    /** Answers longer than this are cut off and fail. */
    @Override
    @WithDefault("16M")
    MemorySize maxAnswerSize();

    /** How often a call that is safe to repeat is sent at most, before its record waits for its own retry. */
    @Override
    @WithDefault("4")
    int tries();
}

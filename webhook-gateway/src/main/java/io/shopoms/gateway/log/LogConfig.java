package io.shopoms.gateway.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the webhook log is written and how long it lasts. */
@ConfigMapping(prefix = "shopoms.gateway.log")
public interface LogConfig {

    /** How long a webhook stays in the log; an unclaimed one can be replayed until then. */
    @WithDefault("P31D")
    Duration retention();

    /** How often expired webhooks are deleted. */
    @WithDefault("PT1H")
    Duration cleanUpInterval();

    /** How many webhooks are written in one go, at most. */
    @WithDefault("200")
    int batchSize();

    /** How many bytes of kept bodies are written in one go, at most; twice as many are held in memory. */
    @WithDefault("8000000")
    long batchBytes();

    /** How long a webhook may wait for others to be written with. */
    @WithDefault("PT0.5S")
    Duration batchDelay();

    /** The first pause after the database refused a batch; doubled up to thirty times that. */
    @WithDefault("PT0.5S")
    Duration retryDelay();
}

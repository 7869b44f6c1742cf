package io.shopoms.sync.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How webhooks are taken from the broker. */
@ConfigMapping(prefix = "shopoms.sync.intake")
interface IntakeConfig {

    /** The queue that this service consumes; without one it takes no webhooks. */
    Optional<String> queue();

    /** How many messages are stored in one transaction, at most. As many again are taken from the broker meanwhile. */
    @WithDefault("200")
    int batchSize();

    /**
     * How many bytes of bodies are stored in one transaction, at most; a single larger message goes alone. As with the
     * messages, twice as much is held in memory.
     */
    @WithDefault("8000000")
    long batchBytes();

    /** How long the first message of a batch waits for others. */
    @WithDefault("PT0.02S")
    Duration batchWait();

    /** The first pause after a batch could not be stored; doubles up to {@link #retryDelayCap()}. */
    @WithDefault("PT0.2S")
    Duration retryDelay();

    /** The longest pause while the database is away. */
    @WithDefault("PT5S")
    Duration retryDelayCap();
}

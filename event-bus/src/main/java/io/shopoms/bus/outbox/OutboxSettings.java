package io.shopoms.bus.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the outbox is emptied. */
@ConfigMapping(prefix = "shopoms.outbox")
public interface OutboxSettings {

    /** How often to look for messages that nobody announced: those of a replica that died, those that wait for a retry. */
    @WithDefault("1s")
    Duration interval();

    /** How many messages are published in one go. */
    @WithDefault("200")
    int batchSize();

    /** How many bytes of bodies are read in one go; one larger message still passes alone. */
    @WithDefault("8000000")
    long batchBytes();
}

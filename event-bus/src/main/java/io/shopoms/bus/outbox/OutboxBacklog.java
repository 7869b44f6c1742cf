package io.shopoms.bus.outbox;

import java.time.Duration;

/**
 * How much waits for the broker.
 *
 * @param messages how many
 * @param oldest how long the oldest has waited; zero if none does
 */
public record OutboxBacklog(long messages, Duration oldest) {

    static final OutboxBacklog NONE = new OutboxBacklog(0, Duration.ZERO);
}

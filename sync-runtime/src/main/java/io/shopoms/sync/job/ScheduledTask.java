package io.shopoms.sync.job;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Duration;

/**
 * Something done for every store again and again: a poll, a look-back. Every replica ticks, PostgreSQL decides who runs;
 * one task never runs twice at once for one store. People start, stop and trigger it over {@code /api/scheduler}.
 */
public interface ScheduledTask {

    /** The name in {@code /api/scheduler}. */
    String name();

    /** From the start of one run to the start of the next; after a long run at least half of it is a pause. */
    Duration interval();

    /**
     * One run for one store. Must be safe to repeat.
     *
     * @return what was done, one line for people
     */
    Uni<String> run(Store store);
}

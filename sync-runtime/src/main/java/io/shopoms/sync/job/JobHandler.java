package io.shopoms.sync.job;

import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The work behind one type of job, cut into steps. The engine keeps the checkpoint and the counters after every step, and
 * looks there for pause and cancel; a crash repeats at most one step.
 */
public interface JobHandler {

    /** The {@code type} in {@code POST /api/jobs}. */
    String type();

    /**
     * Refuses parameters that the job could not run with, before it is created.
     *
     * @throws IllegalArgumentException naming the parameter and what it should be
     */
    void validate(Map<String, String> parameters);

    /**
     * Does the next piece of work. Must be safe to repeat.
     *
     * @param store the store that the job runs for
     * @param parameters as given at its creation
     * @param checkpoint what the step before returned; empty at the start
     */
    Uni<Step> step(Store store, Map<String, String> parameters, Optional<String> checkpoint);

    /**
     * @param next where to go on; empty when the work is done
     * @param counters what this step did
     * @param total how many records there are in all, once known
     */
    record Step(Optional<String> next, Counters counters, OptionalLong total) {}

    /** What a step, or a whole job so far, did, in records. */
    record Counters(long processed, long created, long updated, long skipped, long errors) {

        public static final Counters NONE = new Counters(0, 0, 0, 0, 0);

        public Counters plus(Counters more) {
            return new Counters(
                    processed + more.processed,
                    created + more.created,
                    updated + more.updated,
                    skipped + more.skipped,
                    errors + more.errors);
        }
    }
}

package io.shopoms.sync.cache;

import io.shopoms.sync.cache.Outcome.Failed;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.failure.UnexpectedFailures;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Calls a handler and always comes to a verdict for every record: whatever it throws, however long it takes, and whether
 * or not it answers for all.
 */
final class HandlerCalls {

    private static final Logger LOG = Logger.getLogger(HandlerCalls.class);

    private final EntryHandler handler;
    private final Duration deadline;
    private final ProcessingConfig config;
    private final Verdicts verdicts;

    HandlerCalls(EntryHandler handler, ProcessingConfig config, Verdicts verdicts) {
        this.handler = handler;
        this.deadline = handler.deadline().orElseGet(config::handlerDeadline);
        this.config = config;
        this.verdicts = verdicts;
    }

    /** The handler did not answer in time. */
    private static final class Overdue extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overdue() {
            super("overdue", null, false, false);
        }
    }

    Uni<List<Verdict>> handle(Store store, List<Claimed> batch) {
        return call(store, batch)
                .map(outcomes -> judge(batch, outcomes))
                .onFailure()
                .recoverWithUni(failure -> afterFailure(store, batch, failure));
    }

    private Uni<List<Outcome>> call(Store store, List<Claimed> batch) {
        List<CacheEntry> entries = batch.stream().map(Claimed::entry).toList();
        return Uni.createFrom()
                .deferred(() -> handler.handle(store, entries))
                .ifNoItem()
                .after(deadline)
                .failWith(Overdue::new);
    }

    private List<Verdict> judge(List<Claimed> batch, List<Outcome> outcomes) {
        Map<Long, Outcome> byId = new HashMap<>();
        for (Outcome outcome : outcomes) {
            // Told twice of one record, the failure is the answer that loses nothing.
            byId.merge(outcome.recordId(), outcome, (first, second) -> first instanceof Failed ? first : second);
        }
        return batch.stream().map(claimed -> judge(claimed, byId)).toList();
    }

    private Verdict judge(Claimed claimed, Map<Long, Outcome> outcomes) {
        Outcome outcome = outcomes.get(claimed.entry().recordId());
        return outcome == null
                ? verdicts.of(claimed, new TransientFailure("its handler gave no outcome for it"))
                : verdicts.of(claimed, outcome);
    }

    private Uni<List<Verdict>> afterFailure(Store store, List<Claimed> batch, Throwable failure) {
        if (failure instanceof Overdue) {
            return Uni.createFrom()
                    .item(batch.stream()
                            .map(claimed -> verdicts.overdue(claimed, deadline))
                            .toList());
        }
        if (failure instanceof SyncFailureException classified && holdsForAll(classified.failure())) {
            return Uni.createFrom()
                    .item(batch.stream()
                            .map(claimed -> verdicts.of(claimed, classified.failure()))
                            .toList());
        }
        if (batch.size() == 1) {
            return Uni.createFrom().item(List.of(unexpected(batch.get(0), failure)));
        }
        return oneByOne(store, batch, 0, new ArrayList<>());
    }

    /** Finds the record that made the batch fail. */
    private Uni<List<Verdict>> oneByOne(Store store, List<Claimed> batch, int next, List<Verdict> sofar) {
        if (next == batch.size()) {
            return Uni.createFrom().item(sofar);
        }
        return handle(store, List.of(batch.get(next))).chain(answer -> {
            sofar.addAll(answer);
            if (endsTheBatch(answer.get(0))) {
                batch.subList(next + 1, batch.size()).forEach(claimed -> sofar.add(verdicts.untried(claimed)));
                return Uni.createFrom().item(sofar);
            }
            return oneByOne(store, batch, next + 1, sofar);
        });
    }

    /** A handler that hangs would hang for each; a wrong setting is wrong for all. */
    private static boolean endsTheBatch(Verdict verdict) {
        return verdict.alone()
                || verdict.failure().filter(Misconfigured.class::isInstance).isPresent();
    }

    private static boolean holdsForAll(SyncFailure failure) {
        return failure instanceof TransientFailure || failure instanceof Misconfigured;
    }

    private Verdict unexpected(Claimed claimed, Throwable failure) {
        if (!(failure instanceof SyncFailureException)) {
            LOG.errorf(
                    "handling %s %d of %s failed with %s",
                    handler.kind(),
                    claimed.entry().recordId(),
                    claimed.entry().store(),
                    UnexpectedFailures.describe(failure));
        }
        return verdicts.of(
                claimed, UnexpectedFailures.of(failure, claimed.entry().attempts(), config.unexpectedAttempts()));
    }
}

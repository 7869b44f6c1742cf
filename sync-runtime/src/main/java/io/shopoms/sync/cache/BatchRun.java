package io.shopoms.sync.cache;

import io.shopoms.sync.cache.Lane.Work;
import io.shopoms.sync.database.LeaseHeartbeat;
import io.shopoms.sync.database.PgFailures;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** One claim from the handler to the written outcomes, its lease renewed until then. */
final class BatchRun {

    private static final Logger LOG = Logger.getLogger(BatchRun.class);

    private final ProcessingConfig config;
    private final Verdicts verdicts;
    private final AttemptReport report;

    BatchRun(ProcessingConfig config, Verdicts verdicts, AttemptReport report) {
        this.config = config;
        this.verdicts = verdicts;
        this.report = report;
    }

    /** @return the verdicts of all claimed rows; never fails */
    Uni<List<Verdict>> run(Work work, HandlerCalls handler, List<Claimed> claimed) {
        Uni<List<Verdict>> all = Multi.createFrom()
                .iterable(parts(claimed))
                .onItem()
                .transformToUniAndConcatenate(part -> attempt(work, handler, part))
                .onItem()
                .<Verdict>disjoint()
                .collect()
                .asList();
        return LeaseHeartbeat.during(
                all,
                config.lease(),
                () -> work.lane().claims().renew(work.lane().store().shop(), work.owner(), config));
    }

    /**
     * Suspects last, and all others together. Most workers that vanish do so for reasons of their own: what was lost with one
     * worker goes in parts of a tenth; each goes alone once a second one has vanished.
     */
    private List<List<Claimed>> parts(List<Claimed> claimed) {
        List<List<Claimed>> parts = new ArrayList<>();
        List<Claimed> together = claimed.stream().filter(c -> !c.suspect()).toList();
        if (!together.isEmpty()) {
            parts.add(together);
        }
        List<Claimed> lostOnce = claimed.stream().filter(this::lostOnce).toList();
        int tenth = Math.max(1, lostOnce.size() / 10);
        for (int from = 0; from < lostOnce.size(); from += tenth) {
            parts.add(lostOnce.subList(from, Math.min(lostOnce.size(), from + tenth)));
        }
        claimed.stream().filter(c -> c.suspect() && !lostOnce(c)).map(List::of).forEach(parts::add);
        return parts;
    }

    private boolean lostOnce(Claimed claimed) {
        return claimed.lostLeases() == 1 && !claimed.alone() && !verdicts.abandoned(claimed);
    }

    private Uni<List<Verdict>> attempt(Work work, HandlerCalls handler, List<Claimed> part) {
        long start = System.nanoTime();
        Uni<List<Verdict>> judged = verdicts.abandoned(part.get(0))
                ? Uni.createFrom().item(List.of(verdicts.abandon(part.get(0))))
                : handler.handle(work.lane().store(), part);
        return judged.call(answer -> write(work, answer, start));
    }

    private Uni<Set<Long>> write(Work work, List<Verdict> answer, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return Uni.createFrom()
                .deferred(() -> work.lane().claims().write(work.lane().store().shop(), work.owner(), answer))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(config.lease().toMillis())
                .invoke(current -> report.attempts(work.lane().kind(), answer, current, took))
                .onFailure()
                .invoke(failure -> LOG.errorf(
                        "outcomes of %d %s of %s were not stored (%s): they are tried again when the lease has run out",
                        answer.size(),
                        work.lane().kind().name(),
                        work.lane().store().shop(),
                        PgFailures.describe(failure)))
                .onFailure()
                .recoverWithItem(Set.of());
    }
}

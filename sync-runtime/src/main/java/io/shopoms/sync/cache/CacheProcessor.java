package io.shopoms.sync.cache;

import io.quarkus.runtime.ShutdownEvent;
import io.shopoms.model.ShopDomain;
import io.shopoms.sync.cache.Lane.Work;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.PgFailures;
import io.shopoms.sync.database.Polling;
import io.shopoms.sync.database.SchemaReady;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Claims due rows and hands them in batches to the kind's {@link EntryHandler}. Woken by intake at once, and by a timer
 * for retries and for what other replicas left behind. Each store has its own places for work, so none waits for another.
 */
@ApplicationScoped
public class CacheProcessor {

    private static final Logger LOG = Logger.getLogger(CacheProcessor.class);

    private final ProcessingConfig config;
    private final List<Lane> lanes = new ArrayList<>();
    private final Map<String, HandlerCalls> handlers = new HashMap<>();
    private final BatchRun batches;
    private final Slots<Lane> slots;
    private final InFlight inFlight = new InFlight();
    private final AtomicInteger rotation = new AtomicInteger();
    private volatile boolean running;
    private volatile Optional<Polling> polling = Optional.empty();

    @Inject
    CacheProcessor(
            CacheKinds kinds,
            Stores stores,
            Database database,
            ProcessingConfig config,
            RetryPolicy retries,
            AttemptReport report,
            Clock clock) {
        this(kinds, stores, kind -> new CacheClaims(database, kind, clock), config, retries, report, clock);
    }

    CacheProcessor(
            CacheKinds kinds,
            Stores stores,
            Function<CacheKind, Claims> claims,
            ProcessingConfig config,
            RetryPolicy retries,
            AttemptReport report,
            Clock clock) {
        this.config = config;
        this.slots = new Slots<>(config.batchesPerOdoo());
        Verdicts verdicts = new Verdicts(config, retries);
        this.batches = new BatchRun(config, verdicts, report);
        for (CacheKind kind : kinds.all()) {
            EntryHandler handler = kinds.handler(kind);
            handlers.put(kind.name(), new HandlerCalls(handler, config, verdicts));
            int batchSize = handler.batchSize().orElseGet(config::batchSize);
            for (Store store : stores.all()) {
                LaneGate gate = new LaneGate(batchSize, config, retries, clock);
                lanes.add(new Lane(kind, store, handler.writesToOdoo(), claims.apply(kind), gate));
            }
        }
    }

    /** A store whose processing of one kind is paused because of its settings. */
    public record PausedStore(String kind, ShopDomain store, String message, String remedy, Instant since) {}

    public List<PausedStore> paused() {
        List<PausedStore> paused = new ArrayList<>();
        for (Lane lane : lanes) {
            lane.gate()
                    .pause()
                    .map(pause -> new PausedStore(
                            lane.kind().name(),
                            lane.store().shop(),
                            pause.reason().message(),
                            pause.reason().remedy(),
                            pause.since()))
                    .ifPresent(paused::add);
        }
        return paused;
    }

    /** Looks for due rows of one kind and store. Cheap, and safe to call from anywhere. */
    public void wake(CacheKind kind, ShopDomain store) {
        lanes.stream()
                .filter(lane -> lane.kind().name().equals(kind.name())
                        && lane.store().shop().equals(store))
                .forEach(this::pump);
    }

    /** The same, and tries even a store that is paused or held: a person wishes so. Without a store, all. */
    public void wakeNow(CacheKind kind, Optional<ShopDomain> store) {
        lanes.stream()
                .filter(lane -> lane.kind().name().equals(kind.name()))
                .filter(lane ->
                        store.isEmpty() || store.get().equals(lane.store().shop()))
                .forEach(lane -> {
                    lane.gate().open();
                    pump(lane);
                });
    }

    void start(@Observes SchemaReady event) {
        running = config.enabled();
        pumpAll();
        polling = Optional.of(Polling.every(config.pollInterval(), this::pumpAll));
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        polling.ifPresent(Polling::close);
        for (Work left : inFlight.drain(config.shutdownGrace())) {
            giveBack(left);
        }
    }

    private void pumpAll() {
        if (!running || lanes.isEmpty()) {
            return;
        }
        // Lanes that share an Odoo share its places: who asks first changes with every turn.
        List<Lane> turn = new ArrayList<>(lanes);
        Collections.rotate(turn, rotation.getAndIncrement() % turn.size());
        turn.forEach(this::pump);
    }

    private void pump(Lane lane) {
        if (!running || !lane.beginClaim()) {
            return;
        }
        if (!slots.tryTake(lane.target(), lane)) {
            endClaim(lane);
            return;
        }
        int allowance = lane.gate().allowance();
        if (allowance == 0) {
            endClaim(lane);
            leave(lane);
            return;
        }
        Work work = new Work(lane, UUID.randomUUID());
        inFlight.begin(work);
        lane.claims()
                .claim(lane.store().shop(), work.owner(), allowance, config)
                .subscribe()
                .with(claimed -> claimed(work, claimed), failure -> notClaimed(work, failure));
    }

    private void claimed(Work work, List<Claimed> claimed) {
        if (claimed.isEmpty()) {
            work.lane().gate().nothingDue();
            endClaim(work.lane());
            finish(work);
            return;
        }
        work.lane().endClaim();
        batches.run(work, handlers.get(work.lane().kind().name()), claimed)
                .subscribe()
                .with(verdicts -> done(work, verdicts), failure -> lost(work, failure));
        // There may be more than one batch: a second place, if there is one, takes it.
        pump(work.lane());
    }

    private void notClaimed(Work work, Throwable failure) {
        work.lane().endClaim();
        finish(work);
        LOG.debugf("no claim of %s: %s", work.lane().kind().name(), PgFailures.describe(failure));
    }

    private void done(Work work, List<Verdict> verdicts) {
        Lane lane = work.lane();
        boolean recovered = lane.gate().learn(verdicts);
        finish(work);
        if (recovered) {
            wakeWaiting(lane);
        }
        // A newer version of what was just worked on is due.
        pump(lane);
    }

    private void lost(Work work, Throwable failure) {
        LOG.errorf(
                failure,
                "a batch of %s ended without outcomes",
                work.lane().kind().name());
        finish(work);
    }

    /** Whoever woke the lane while it was claiming, too late for that claim, gets another one. */
    private void endClaim(Lane lane) {
        if (lane.endClaim()) {
            pump(lane);
        }
    }

    private void finish(Work work) {
        inFlight.end(work);
        leave(work.lane());
    }

    /** Gives the lane's place to the one that has waited longest for it: due rows never wait for the timer. */
    private void leave(Lane lane) {
        slots.giveBack(lane.target()).ifPresent(this::pump);
    }

    private void wakeWaiting(Lane lane) {
        lane.claims()
                .wakeTransient(lane.store().shop())
                .subscribe()
                .with(
                        woken -> {
                            LOG.infof(
                                    "%s of %s: the other system answers again, %d waiting records are due",
                                    lane.kind().name(), lane.store().shop(), woken);
                            pump(lane);
                        },
                        failure -> LOG.debugf("waiting records were not woken: %s", PgFailures.describe(failure)));
    }

    private void giveBack(Work work) {
        inFlight.await(work.lane().claims().release(work.lane().store().shop(), work.owner()));
    }
}

package io.shopoms.inventory.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shopoms.inventory.odoo.OdooStock;
import io.shopoms.inventory.odoo.StockAdjustments;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopifyId;
import io.shopoms.model.WebhookEvent;
import io.shopoms.sync.cache.CacheKind;
import io.shopoms.sync.cache.CacheKinds;
import io.shopoms.sync.cache.CacheProcessor;
import io.shopoms.sync.cache.CacheWriter;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.IntakeParticipant;
import io.shopoms.sync.cache.ProcessingConfig;
import io.shopoms.sync.cache.RejectedMessages;
import io.shopoms.sync.cache.SteppedLane;
import io.shopoms.sync.cache.SteppedLane.Judged;
import io.shopoms.sync.database.Database;
import io.shopoms.sync.database.SteppedDatabase;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.intake.DomainEventHandler;
import io.shopoms.sync.intake.SteppedIntake;
import io.shopoms.sync.job.Jobs;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.odoo.Domain;
import io.shopoms.sync.odoo.OdooClient;
import io.shopoms.sync.odoo.OdooClients;
import io.shopoms.sync.shopify.GraphqlDocument;
import io.shopoms.sync.shopify.ShopifyAnswers;
import io.shopoms.sync.shopify.ShopifyClients;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * One process of the service. Each statement, each transaction and each call is a step of its own, with time before it and
 * after it in which everything else goes on, and in which the process may be killed.
 */
final class Replica implements SteppedDatabase.Steps {

    private static final Duration TICK = Duration.ofMillis(500);
    private static final int MOST = 250;
    private static final Set<String> NOT_RUN = Set.of("ReconcileTask", "LocationsTask");

    private final StockSimulation simulation;
    private final VirtualTime time;
    private final Chance chance;
    private final Beans beans;
    private final SteppedIntake intake;
    private boolean alive = true;

    Replica(StockSimulation simulation, Chance chance) {
        this.simulation = simulation;
        this.time = simulation.time();
        this.chance = chance;
        this.beans = new Beans(simulation.settings());
        SteppedDatabase database = simulation.tables().seenBy(this);
        beans.with(Clock.class, time)
                .with(Database.class, database)
                .with(Stores.class, simulation.stores())
                .with(ObjectMapper.class, new ObjectMapper().findAndRegisterModules())
                .with(MeterRegistry.class, new SimpleMeterRegistry())
                .with(ShopifyClients.class, store -> (document, variables) -> shopify(store, document, variables, 2))
                .with(OdooClients.class, store -> changes())
                .with(OdooStock.class, stock())
                .with(StockAdjustments.class, adjustments())
                .with(Jobs.class, (type, store, parameters) -> {
                    throw new UnsupportedOperationException("no job is simulated: " + type);
                });
        beans.with(
                CacheProcessor.class,
                SteppedLane.idle(simulation.stores(), database, beans.get(ProcessingConfig.class), time));
        beans.with(CacheKinds.class, SteppedLane.kinds(beans.all(CacheKind.class)));
        CacheWriter writer = SteppedLane.writer(
                database,
                beans.get(RejectedMessages.class),
                beans.get(CacheProcessor.class),
                beans.all(CacheKind.class),
                beans.all(IntakeParticipant.class));
        this.intake = new SteppedIntake(beans.get(CacheKinds.class), simulation.stores(), time, writer);
    }

    /** Begins to look for due rows, of each kind and store by itself. */
    void start() {
        for (EntryHandler handler : beans.all(EntryHandler.class)) {
            CacheKind kind = beans.get(CacheKinds.class).find(handler.kind()).orElseThrow();
            SteppedLane lane = new SteppedLane(
                    kind,
                    handler,
                    beans.get(Database.class),
                    beans.get(ProcessingConfig.class),
                    chance.branch().random(),
                    time);
            simulation.stores().all().forEach(store -> new Worker(lane, handler.kind(), store).tick());
        }
    }

    boolean isAlive() {
        return alive;
    }

    void kill() {
        alive = false;
    }

    Uni<Void> take(WebhookEvent webhook) {
        return intake.take(List.of(webhook));
    }

    @SuppressWarnings("unchecked")
    <E> Uni<Void> take(String routingKey, E event) {
        return beans.all(DomainEventHandler.class).stream()
                .filter(handler -> handler.routingKey().equals(routingKey))
                .map(handler -> ((DomainEventHandler<E>) handler).accept(List.of(event)))
                .findFirst()
                .orElseThrow();
    }

    <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    /** What is done again and again, but for what no run has: locations that change, and nights. */
    List<ScheduledTask> tasks() {
        return beans.all(ScheduledTask.class, bean -> !NOT_RUN.contains(bean.getSimpleName()));
    }

    @Override
    public <T> Uni<T> step(Supplier<T> work) {
        return Uni.createFrom()
                .deferred(() -> alive
                        ? pause(0, 15)
                                .map(begun -> {
                                    simulation.tables().set(time);
                                    return simulation.journal().stored(work);
                                })
                                .call(done -> pause(0, 15))
                        : Uni.createFrom().nothing());
    }

    private Uni<Void> pause(int least, int most) {
        return time.pass(chance.millis(least, most), this::isAlive);
    }

    /** A call over the network: it may be refused, carried out without an answer, or carried out long after we gave up. */
    private <T> Uni<T> call(Supplier<T> effect) {
        return Uni.createFrom()
                .deferred(() -> alive
                        ? pause(2, 120).chain(() -> sent(effect))
                        : Uni.createFrom().nothing());
    }

    private <T> Uni<T> sent(Supplier<T> effect) {
        double trouble = simulation.trouble();
        if (!chance.happens(trouble)) {
            return Uni.createFrom().item(effect).call(done -> pause(2, 120));
        }
        switch (chance.between(0, 3)) {
            case 0 -> {
                boolean told = chance.happens(0.5);
                return pause(1, 50).chain(() -> failed(told ? "throttled" : "503", told));
            }
            case 1 -> time.after(chance.seconds(0.1, 25), () -> late(effect));
            default -> late(effect);
        }
        return pause(10, 15_000).chain(() -> failed("no answer", false));
    }

    private static <T> void late(Supplier<T> effect) {
        try {
            effect.get();
        } catch (SyncFailureException nobodyHearsIt) {
            return;
        }
    }

    private <T> Uni<T> failed(String what, boolean notCarriedOut) {
        return Uni.createFrom().failure(new SyncFailureException(new TransientFailure(what), notCarriedOut));
    }

    private Uni<JsonNode> shopify(Store store, GraphqlDocument document, Map<String, Object> variables, int repeats) {
        SimulatedShop shop = simulation.shop(store.shop());
        Uni<JsonNode> answer = call(() -> {
                    if (document.name().equals("inventory_items")) {
                        ((Collection<?>) variables.get("ids"))
                                .forEach(id -> simulation.journal().read(store.shop(), ShopifyId.parse(id.toString())));
                    }
                    return simulation.called(shop, document.text(), variables);
                })
                .map(told -> ShopifyAnswers.data(document, told));
        return repeats == 0 || !document.repeatable() || !chance.happens(0.5)
                ? answer
                : answer.onFailure(SyncFailureException.class)
                        .recoverWithUni(first -> shopify(store, document, variables, repeats - 1)
                                .onFailure(SyncFailureException.class)
                                .transform(last -> ofAll((SyncFailureException) first, (SyncFailureException) last)));
    }

    /** As a client tells it: whatever became of the last try, the one before it may have been carried out. */
    private static SyncFailureException ofAll(SyncFailureException first, SyncFailureException last) {
        return new SyncFailureException(last.failure(), first.notCarriedOut() && last.notCarriedOut());
    }

    private OdooStock stock() {
        return (OdooStock) Proxy.newProxyInstance(
                OdooStock.class.getClassLoader(), new Class<?>[] {OdooStock.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("free")) {
                        @SuppressWarnings("unchecked")
                        Collection<OdooId> products = (Collection<OdooId>) arguments[1];
                        return call(() -> simulation.odoo().read(products));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private StockAdjustments adjustments() {
        return (store, mark, product, source, units) -> call(() -> {
            simulation.adopt(mark, product, units);
            return "adjusted";
        });
    }

    private OdooClient changes() {
        return (OdooClient) Proxy.newProxyInstance(
                OdooClient.class.getClassLoader(), new Class<?>[] {OdooClient.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("searchRead")) {
                        return call(
                                () -> simulation.odoo().written((String) arguments[0], (Domain) arguments[1], (Integer)
                                        arguments[4]));
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** Works on the due rows of one kind and store, one batch after the other. */
    private final class Worker {
        private final SteppedLane lane;
        private final String kind;
        private final Store store;
        private boolean busy;

        Worker(SteppedLane lane, String kind, Store store) {
            this.lane = lane;
            this.kind = kind;
            this.store = store;
        }

        void tick() {
            if (!alive) {
                return;
            }
            if (!busy && simulation.isDue(kind, store.shop())) {
                work();
            }
            time.after(TICK, this::tick);
        }

        private void work() {
            busy = true;
            UUID owner = chance.uuid();
            Instant start = time.instant();
            // A process that stands still for long loses its lease, and two work on the same rows.
            boolean stands = chance.happens(simulation.trouble() / 5);
            keep(owner, stands);
            lane.work(store, owner, MOST).subscribe().with(judged -> done(judged, start), failure -> {
                simulation.journal().unexpected(kind, failure);
                busy = false;
            });
        }

        private void keep(UUID owner, boolean stands) {
            time.after(Duration.ofSeconds(10), () -> {
                if (alive && busy && !stands) {
                    lane.renew(store, owner).subscribe().with(renewed -> keep(owner, false), lost -> {});
                }
            });
        }

        private void done(List<Judged> judged, Instant start) {
            busy = false;
            if (judged.isEmpty()) {
                return;
            }
            if (kind.equals("inventory")) {
                judged.forEach(row ->
                        simulation.journal().worked(store.shop(), new ShopifyId(row.recordId()), start, row.failure()));
            }
            if (alive) {
                work();
            }
        }
    }
}

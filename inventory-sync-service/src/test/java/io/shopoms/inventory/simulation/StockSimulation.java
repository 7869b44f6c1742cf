package io.shopoms.inventory.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopoms.inventory.cache.DueItems;
import io.shopoms.model.OdooId;
import io.shopoms.model.ShopDomain;
import io.shopoms.model.WebhookEvent;
import io.shopoms.model.WebhookTopic;
import io.shopoms.sandbox.OutgoingWebhook;
import io.shopoms.sync.job.ScheduledTask;
import io.shopoms.sync.store.Store;
import io.shopoms.sync.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two stores that sell the stock of one Odoo, the service between them, and everything that goes wrong. The service's own
 * parts are real, down to its tables; its surroundings and its time are not. A seed tells the same story each time.
 */
final class StockSimulation {

    static final OdooId SCARCE = new OdooId(1);
    static final OdooId PLENTY = new OdooId(2);
    /** In this order: what is left to chance is drawn in the order in which things are done. */
    static final List<OdooId> PRODUCTS = List.of(SCARCE, PLENTY);

    static final Map<OdooId, String> SKUS = Map.of(SCARCE, "SCARCE", PLENTY, "PLENTY");
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration BUSY = Duration.ofMinutes(15);
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final int LONGEST_QUIET = 180;
    private static final int GOODS_COME = 60;
    private static final int LAST_CANCELLATIONS = 5;

    private static final String DUE = """
            select 'inventory ' || store from shopify_inventory_cache
                where status = 'PENDING' and next_attempt_at <= now() and (lease_until is null or lease_until < now())
            union select 'location ' || store from shopify_location_cache
                where status = 'PENDING' and next_attempt_at <= now() and (lease_until is null or lease_until < now())""";

    private final StockTables tables;
    private final Scenario scenario;
    private final VirtualTime time = new VirtualTime(START);
    private final Journal journal = new Journal(time);
    private final Chance chance;
    private final SimulatedOdoo odoo;
    private final List<SimulatedShop> shops = new ArrayList<>();
    private final List<Replica> replicas = new ArrayList<>();
    private final Broker broker;
    private final OrderDesk desk;
    private boolean telling;
    private boolean quiet;
    private Instant dueAt = Instant.EPOCH;
    private Set<String> due = Set.of();

    StockSimulation(long seed, StockTables tables) {
        this.tables = tables;
        this.chance = new Chance(seed);
        this.scenario = Scenario.of(chance);
        this.odoo = new SimulatedOdoo(time, chance.branch());
        this.broker = new Broker(this, chance.branch());
        this.desk = new OrderDesk(this, chance.branch());
    }

    /** Runs the story to its end. */
    void run() {
        tables.empty();
        for (OdooId product : PRODUCTS) {
            int units = product.equals(SCARCE) ? scenario.last() : 12;
            odoo.add(product, units);
            journal.start(product, units);
        }
        open("first", scenario.secondPlace() ? List.of("", SimulatedShop.SECOND_PLACE) : List.of(""));
        open("second", List.of(""));
        telling = true;
        for (int i = 0; i < scenario.replicas(); i++) {
            begin();
        }
        Replica first = replicas.get(0);
        PRODUCTS.forEach(product -> first.bean(DueItems.class)
                .raiseDoubting(shops.get(0).store(), product)
                .subscribe()
                .with(due -> {}));
        for (ScheduledTask task : first.tasks()) {
            stores().all().forEach(store -> repeat(task.name(), store));
        }
        People people = new People(this, chance.branch());
        people.plan(BUSY);
        for (int i = 0; i < scenario.kills(); i++) {
            time.after(chance.seconds(1, BUSY.toSeconds()), this::kill);
        }
        if (scenario.outage() > 0) {
            Instant down = START.plus(chance.seconds(60, 600));
            desk.down(down, down.plus(chance.seconds(30, scenario.outage())));
        }
        time.runUntil(START.plus(BUSY));
        quiet = true;
        // What nobody has heard of yet is found by the next looks.
        int calm = 0;
        for (int i = 0; i < LONGEST_QUIET && calm < 3; i++) {
            calm = i >= LAST_CANCELLATIONS && isSettled() ? calm + 1 : 0;
            if (calm == 0 && i % GOODS_COME == GOODS_COME - 1) {
                // Odoo takes away no more than is free: such an adoption waits for goods.
                PRODUCTS.forEach(people::deliverGoods);
            }
            tables.set(time);
            tables.query("update shopify_inventory_cache set status = 'PENDING', next_attempt_at = now(), attempts = 0"
                    + " where status = 'FAILED'");
            time.runUntil(time.instant().plus(STEP));
        }
        replicas.forEach(Replica::kill);
        shops.forEach(shop -> shop.shopify().close());
    }

    private void open(String name, List<String> places) {
        SimulatedShop[] self = new SimulatedShop[1];
        SimulatedShop shop = new SimulatedShop(name, time, webhook -> publish(self[0], webhook));
        self[0] = shop;
        shops.add(shop);
        Opening.open(shop, places, this);
    }

    private void publish(SimulatedShop shop, OutgoingWebhook webhook) {
        boolean ours =
                webhook.topic().startsWith("inventory_") || webhook.topic().startsWith("locations/");
        if (!telling || !ours || !quiet && chance.happens(scenario.lost())) {
            return;
        }
        broker.send(
                new Broker.Message(
                        webhook.topic(),
                        replica -> replica.take(new WebhookEvent(
                                shop.domain(),
                                new WebhookTopic(webhook.topic()),
                                webhook.webhookId(),
                                Optional.of(webhook.eventId()),
                                Optional.of(webhook.apiVersion()),
                                Optional.of(webhook.triggeredAt()),
                                time.instant(),
                                webhook.body())),
                        () -> {}),
                30);
    }

    private void begin() {
        Replica replica = new Replica(this, chance.branch());
        replicas.add(replica);
        replica.start();
        journal.line("a process begins");
    }

    private void kill() {
        List<Replica> living = replicas.stream().filter(Replica::isAlive).toList();
        if (living.isEmpty()) {
            return;
        }
        Replica replica = chance.of(living);
        replica.kill();
        replicas.remove(replica);
        broker.lost(replica);
        journal.line("a process is killed");
        time.after(chance.seconds(0.5, 40), this::begin);
    }

    /** One process runs a task, as the scheduler of the runtime sees to it. */
    private void repeat(String task, Store store) {
        Optional<Replica> replica = anyReplica();
        if (replica.isEmpty()) {
            time.after(Duration.ofSeconds(1), () -> repeat(task, store));
            return;
        }
        ScheduledTask one = replica.get().tasks().stream()
                .filter(each -> each.name().equals(task))
                .findFirst()
                .orElseThrow();
        boolean[] next = new boolean[1];
        Runnable later = () -> {
            if (!next[0]) {
                next[0] = true;
                time.after(one.interval(), () -> repeat(task, store));
            }
        };
        one.run(store).subscribe().with(done -> later.run(), failure -> {
            journal.unexpected(task, failure);
            later.run();
        });
        // A process that was killed meanwhile has lost its lease by then.
        time.after(one.interval().plusSeconds(60), later);
    }

    private boolean isSettled() {
        tables.set(time);
        return desk.isDone() && broker.open() == 0 && Verification.open(tables).isEmpty();
    }

    Optional<Replica> anyReplica() {
        List<Replica> living = replicas.stream().filter(Replica::isAlive).toList();
        return living.isEmpty() ? Optional.empty() : Optional.of(chance.of(living));
    }

    /** A call of ours; what it left each level with is compared with what there was to sell. */
    JsonNode called(SimulatedShop shop, String document, Map<String, Object> variables) {
        return shop.graphql(document, variables, (key, shown) -> {
            journal.line("wrote " + shop.domain() + " " + key + ": " + shown.now());
            journal.sample(shop.place(key), shown.product(), shown.now(), "our write");
        });
    }

    /** Odoo takes over a drift. */
    void adopt(String mark, OdooId product, long units) {
        if (odoo.adjust(mark, product, units)) {
            if (units > 0) {
                journal.raised(product, units, Journal.ADOPTED);
            } else {
                journal.lowered(product, -units, Optional.empty(), Journal.ADOPTED)
                        .inOdoo();
            }
        }
    }

    /** Whether any process would find due rows. Looked up once for all of them, and for each of their looks. */
    boolean isDue(String kind, ShopDomain shop) {
        if (!time.instant().equals(dueAt)) {
            dueAt = time.instant();
            tables.set(time);
            due = Set.copyOf(tables.texts(DUE));
        }
        return due.contains(kind + " " + shop);
    }

    double trouble() {
        return quiet ? 0 : scenario.trouble();
    }

    Map<String, String> settings() {
        return Map.of(
                "shopoms.inventory.drift",
                scenario.policy().name().toLowerCase(Locale.ROOT),
                "shopoms.inventory.buffer",
                Integer.toString(scenario.buffer()));
    }

    Stores stores() {
        return new TwoStores(shops);
    }

    SimulatedShop shop(ShopDomain domain) {
        return shops.stream()
                .filter(shop -> shop.domain().equals(domain))
                .findFirst()
                .orElseThrow();
    }

    List<SimulatedShop> shops() {
        return shops;
    }

    StockTables tables() {
        return tables;
    }

    Scenario scenario() {
        return scenario;
    }

    VirtualTime time() {
        return time;
    }

    Journal journal() {
        return journal;
    }

    SimulatedOdoo odoo() {
        return odoo;
    }

    Broker broker() {
        return broker;
    }

    OrderDesk desk() {
        return desk;
    }
}

package io.shopoms.fulfillment;

import io.shopoms.fulfillment.cache.FulfillmentLinks;
import io.shopoms.fulfillment.cache.OrderLink;
import io.shopoms.fulfillment.cache.OrderLinks;
import io.shopoms.fulfillment.cache.ShipmentKind;
import io.shopoms.fulfillment.mapping.FulfillmentPlan;
import io.shopoms.fulfillment.mapping.ShippedGoods;
import io.shopoms.fulfillment.mapping.Situation;
import io.shopoms.fulfillment.odoo.OrderOrigin;
import io.shopoms.fulfillment.odoo.Shipment;
import io.shopoms.fulfillment.odoo.ShipmentJson;
import io.shopoms.fulfillment.shopify.FulfillmentRefused;
import io.shopoms.fulfillment.shopify.ShopifyOrder;
import io.shopoms.fulfillment.shopify.ShopifyOrders;
import io.shopoms.sync.cache.CacheEntry;
import io.shopoms.sync.cache.EntryHandler;
import io.shopoms.sync.cache.Outcome;
import io.shopoms.sync.failure.SyncFailure;
import io.shopoms.sync.failure.SyncFailure.MissingDependency;
import io.shopoms.sync.failure.SyncFailure.RejectedByTarget;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes Shopify show as fulfilled what Odoo shipped of an order: looks at both sides, plans what is missing, does it, and
 * looks again until nothing is missing.
 */
@Singleton
public class FulfillmentProcessor implements EntryHandler {

    /** Orders of one store that are worked on at once; Shopify's throttle is the real limit. */
    private static final int AT_ONCE = 4;

    private final OrderLinks orderLinks;
    private final FulfillmentLinks links;
    private final ShopifyOrders orders;
    private final PlanExecution execution;
    private final FulfillmentSettings settings;
    private final Clock clock;

    FulfillmentProcessor(
            OrderLinks orderLinks,
            FulfillmentLinks links,
            ShopifyOrders orders,
            PlanExecution execution,
            FulfillmentSettings settings,
            Clock clock) {
        this.orderLinks = orderLinks;
        this.links = links;
        this.orders = orders;
        this.execution = execution;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ShipmentKind.NAME;
    }

    @Override
    public Uni<List<Outcome>> handle(Store store, List<CacheEntry> entries) {
        return Multi.createFrom()
                .iterable(entries)
                .onItem()
                .transformToUni(entry -> handle(store, entry))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private Uni<Outcome> handle(Store store, CacheEntry entry) {
        return Uni.createFrom()
                .deferred(() -> handle(store, ShipmentJson.read(entry.raw())))
                .map(result -> result.outcome(entry.recordId()))
                .onFailure(SyncFailureException.class)
                .recoverWithItem(e -> new Outcome.Failed(entry.recordId(), ((SyncFailureException) e).failure()));
    }

    private Uni<Result> handle(Store store, Shipment shipment) {
        OrderOrigin origin = OrderOrigin.parse(shipment.order().origin())
                .filter(o -> o.shop().equals(store.shop()))
                .orElseThrow(() -> new IllegalStateException("a shipment of another store was cached"));
        return orderLinks.find(store.shop(), origin.order()).flatMap(found -> {
            OrderLink link = found.orElseThrow(() -> new SyncFailureException(notLinked(shipment)));
            return link.odooOrder().value() == shipment.order().id()
                    ? fulfill(new Work(store, shipment, link))
                    : Uni.createFrom().item(Result.done(otherOrder(shipment, link)));
        });
    }

    private record Work(Store store, Shipment shipment, OrderLink link) {}

    private Uni<Result> fulfill(Work work) {
        return look(work).flatMap(situation -> {
            FulfillmentPlan plan = FulfillmentPlan.of(situation);
            return plan.steps().isEmpty()
                    ? Uni.createFrom().item(Result.of(plan, List.of()))
                    : carryOut(work, plan, situation.order());
        });
    }

    private Uni<Situation> look(Work work) {
        // What is remembered is read first: a fulfillment that is remembered afterwards is then at worst unknown, and
        // one
        // that Shopify shows before it is remembered looks like a person's, but this order has one worker only.
        return links.of(work.store().shop(), work.link().shopifyOrder())
                .flatMap(remembered -> orders.read(work.store(), work.link().shopifyOrder())
                        .map(order -> new Situation(
                                ShippedGoods.of(work.shipment(), work.link(), remembered),
                                order,
                                remembered,
                                clock.instant(),
                                settings.settleTime())));
    }

    private Uni<Result> carryOut(Work work, FulfillmentPlan plan, ShopifyOrder planned) {
        return execution
                .carryOut(work.store(), work.link().shopifyOrder(), plan.steps())
                .flatMap(notes -> look(work).map(after -> confirmed(FulfillmentPlan.of(after), notes)))
                .onFailure(FulfillmentRefused.class)
                .recoverWithUni(refusal -> look(work).map(after -> refused(refusal, planned, after.order())));
    }

    /** What Shopify shows now must leave nothing to do; else somebody changed the order at the same time. */
    private static Result confirmed(FulfillmentPlan after, List<String> notes) {
        if (after.steps().isEmpty()) {
            return Result.of(after, notes);
        }
        throw new SyncFailureException(
                new TransientFailure("Shopify does not show yet what was done: " + String.join("; ", notes)));
    }

    private static Result refused(Throwable refusal, ShopifyOrder planned, ShopifyOrder now) {
        if (!now.equals(planned)) {
            throw new SyncFailureException(
                    new TransientFailure(now.name() + " changed in Shopify while it was being fulfilled"));
        }
        throw new SyncFailureException(new RejectedByTarget(
                "Shopify refused to fulfill " + now.name() + ": " + refusal.getMessage(),
                "Look at the order in Shopify; retry when the reason is gone, or fulfill it there by hand."));
    }

    private static MissingDependency notLinked(Shipment shipment) {
        return new MissingDependency(
                "It is not known yet which lines of " + shipment.order().name() + " are which Shopify lines",
                "Nothing to do if the order is new: the order service tells it. Else reprocess the order there.");
    }

    private static String otherOrder(Shipment shipment, OrderLink link) {
        return shipment.order().name() + " is a copy: " + link.orderName() + " is linked with " + link.odooOrderName()
                + ", and only that one is fulfilled";
    }

    private record Result(Optional<SyncFailure> failure, List<String> notes) {

        static Result of(FulfillmentPlan plan, List<String> done) {
            return new Result(
                    plan.failure(),
                    Stream.concat(done.stream(), plan.notes().stream())
                            .distinct()
                            .toList());
        }

        static Result done(String note) {
            return new Result(Optional.empty(), List.of(note));
        }

        Outcome outcome(long recordId) {
            return failure.<Outcome>map(f -> new Outcome.Failed(recordId, f))
                    .orElseGet(() -> new Outcome.Processed(
                            recordId,
                            notes.isEmpty()
                                    ? "nothing to change"
                                    : notes.stream().collect(Collectors.joining("; "))));
        }
    }
}

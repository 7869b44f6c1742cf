package io.shopoms.fulfillment;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.cache.FulfillmentLinks;
import io.shopoms.fulfillment.mapping.Goods;
import io.shopoms.fulfillment.mapping.Step;
import io.shopoms.fulfillment.shopify.FulfillmentRefused;
import io.shopoms.fulfillment.shopify.Fulfillments;
import io.shopoms.fulfillment.shopify.Fulfillments.Created;
import io.shopoms.fulfillment.shopify.Fulfillments.Item;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure.Misconfigured;
import io.shopoms.sync.failure.SyncFailure.TransientFailure;
import io.shopoms.sync.failure.SyncFailureException;
import io.shopoms.sync.store.Store;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Does the steps of a plan, one after the other. A creation is remembered as an intent before Shopify is asked, because
 * Shopify has no idempotency key here: after an answer that never came, the next plan looks for what became of it.
 */
@Singleton
class PlanExecution {

    private final FulfillmentLinks links;
    private final Fulfillments fulfillments;
    private final FulfillmentSettings settings;
    private final Clock clock;

    PlanExecution(FulfillmentLinks links, Fulfillments fulfillments, FulfillmentSettings settings, Clock clock) {
        this.links = links;
        this.fulfillments = fulfillments;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return what was done, for people; fails at the first step that fails */
    Uni<List<String>> carryOut(Store store, ShopifyId order, List<Step> steps) {
        return Multi.createFrom()
                .iterable(steps)
                .onItem()
                .transformToUniAndConcatenate(step -> carryOut(store, order, step))
                .collect()
                .asList()
                .map(notes -> notes.stream().filter(note -> !note.isEmpty()).toList());
    }

    private Uni<String> carryOut(Store store, ShopifyId order, Step step) {
        if (step instanceof Step.Remember remember) {
            return links.remember(store.shop(), order, remember.link()).replaceWith(remember.note());
        }
        if (step instanceof Step.Forget forget) {
            return links.forget(store.shop(), order, forget.intent()).replaceWith("");
        }
        if (step instanceof Step.Retrack retrack) {
            return retrack(store, order, retrack);
        }
        return create(store, order, (Step.Create) step);
    }

    private Uni<String> retrack(Store store, ShopifyId order, Step.Retrack step) {
        FulfillmentLink ours = step.link().takenOver();
        return links.remember(store.shop(), order, ours)
                .chain(() -> fulfillments.updateTracking(
                        store, step.fulfillment().id(), step.tracking(), settings.notifyCustomer()))
                .chain(() -> links.remember(store.shop(), order, ours.showing(step.tracking())))
                .replaceWith("tracking of " + step.fulfillment().name() + " updated");
    }

    private Uni<String> create(Store store, ShopifyId order, Step.Create step) {
        FulfillmentLink intent = step.intent().attempted(clock.instant());
        return links.intend(store.shop(), order, intent)
                .flatMap(alone -> alone
                        ? ask(store, order, intent, step.goods())
                        : Uni.createFrom().failure(tryAgain("another worker is fulfilling " + step.pickingName())))
                .map(created -> step.pickingName() + " → " + created.name() + " ("
                        + intent.quantities().total() + (intent.tracking().isEmpty() ? ", no tracking yet)" : ")"));
    }

    private Uni<Created> ask(Store store, ShopifyId order, FulfillmentLink intent, List<Goods> goods) {
        if (isStale(intent)) {
            return Uni.createFrom().failure(tryAgain("writing down the intent took too long"));
        }
        List<Item> items = goods.stream()
                .map(g -> new Item(g.fulfillmentOrder(), g.fulfillmentOrderLine(), g.quantity()))
                .toList();
        return fulfillments
                .create(store, items, intent.tracking(), settings.notifyCustomer())
                .ifNoItem()
                .after(settings.settleTime().dividedBy(2))
                .failWith(() -> tryAgain("Shopify did not answer in time"))
                .onFailure()
                .recoverWithUni(failure -> noted(store, order, intent, failure))
                .call(created -> links.remember(store.shop(), order, intent.createdAs(created.id())));
    }

    private Uni<Created> noted(Store store, ShopifyId order, FulfillmentLink intent, Throwable failure) {
        Uni<Void> note = didNothing(failure)
                ? links.forget(store.shop(), order, intent)
                : links.remember(store.shop(), order, intent.attempted(clock.instant()));
        return note.chain(() -> Uni.createFrom().failure(failure));
    }

    /**
     * A worker that was stopped between writing the intent and asking must not ask when another one has already counted
     * the settle time down. For the same reason a request waits for its turn and its answer no longer than that.
     */
    private boolean isStale(FulfillmentLink intent) {
        Duration age = Duration.between(intent.attemptedAt(), clock.instant());
        return age.compareTo(settings.settleTime().dividedBy(2)) > 0;
    }

    /**
     * Refused, throttled, or never sent. Any other failure, a timeout for instance, leaves open whether Shopify created the
     * fulfillment.
     */
    private static boolean didNothing(Throwable failure) {
        return failure instanceof FulfillmentRefused
                || failure instanceof SyncFailureException e
                        && (e.notCarriedOut() || e.failure() instanceof Misconfigured);
    }

    private static SyncFailureException tryAgain(String message) {
        return new SyncFailureException(new TransientFailure(message));
    }
}

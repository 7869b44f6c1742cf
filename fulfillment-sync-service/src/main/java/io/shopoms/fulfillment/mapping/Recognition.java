package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.sync.failure.SyncFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells which fulfillments in Shopify are those that shopOMS asked for without ever getting an answer, and which were
 * recorded by people for goods that Odoo shipped as well.
 *
 * @param links what is remembered, with what was recognized
 * @param steps keep it in mind
 * @param undecided an intent that Shopify could still be carrying out; nothing is created before that is settled
 */
record Recognition(List<FulfillmentLink> links, List<Step> steps, Optional<SyncFailure> undecided) {

    static Recognition of(Situation situation) {
        Matching matching = new Matching(situation);
        matching.decideIntents();
        if (matching.undecided.isEmpty()) {
            matching.adoptByHand();
        }
        return new Recognition(matching.links, matching.steps, matching.undecided);
    }

    private static final class Matching {

        private final Situation situation;
        private final List<FulfillmentLink> links = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private final List<Fulfillment> strange;
        private Optional<SyncFailure> undecided = Optional.empty();

        private Matching(Situation situation) {
            this.situation = situation;
            situation.links().stream().filter(link -> !link.isIntent()).forEach(links::add);
            this.strange = new ArrayList<>(situation.order().fulfillments().stream()
                    .filter(f -> links.stream().noneMatch(link -> link.is(f)))
                    .toList());
        }

        private void decideIntents() {
            for (FulfillmentLink intent : situation.links()) {
                if (intent.isIntent()) {
                    recognize(intent).ifPresentOrElse(this::remember, () -> settle(intent));
                }
            }
        }

        private void remember(Step.Remember step) {
            links.add(step.link());
            steps.add(step);
        }

        private Optional<Step.Remember> recognize(FulfillmentLink intent) {
            Predicate<Fulfillment> sameGoods = f -> f.quantities().equals(intent.quantities())
                    && !intent.known().contains(f.id());
            Predicate<Fulfillment> sameTracking = f -> f.tracking().hasNumbersOf(intent.tracking());
            return claim(sameGoods.and(sameTracking))
                    .map(f -> new Step.Remember(
                            intent.createdAs(f.id()), f.name() + " was created although no answer came"))
                    .or(() -> claim(sameGoods.and(Fulfillment::counts))
                            .map(f -> new Step.Remember(
                                    intent.adopting(f.id()), f.name() + " was recorded in Shopify meanwhile")));
        }

        private void settle(FulfillmentLink intent) {
            Duration left =
                    Duration.between(situation.now(), intent.attemptedAt().plus(situation.settle()));
            if (left.isNegative() || left.isZero()) {
                steps.add(new Step.Forget(intent));
            } else {
                links.add(intent);
                undecided = Optional.of(new SyncFailure.TransientFailure(
                        "Shopify gave no answer when asked to fulfill part " + intent.part() + " of picking "
                                + intent.picking() + "; it may still be doing so, for at most "
                                + (left.toSeconds() + 1) + " s",
                        Optional.of(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)));
            }
        }

        /** A person's fulfillment of exactly a picking's goods stands for it, so that late tracking finds its place. */
        private void adoptByHand() {
            for (boolean byNumber : List.of(true, false)) {
                for (ShippedPicking picking : situation.shipped().pickings()) {
                    if (!picking.quantities().isEmpty() && !picking.isLinked(links)) {
                        claim(f -> f.counts()
                                        && f.quantities().equals(picking.quantities())
                                        && (!byNumber || isNamedBy(picking, f)))
                                .ifPresent(f -> remember(new Step.Remember(
                                        byHand(picking, f),
                                        f.name() + " was recorded in Shopify for " + picking.name())));
                    }
                }
            }
        }

        private static boolean isNamedBy(ShippedPicking picking, Fulfillment f) {
            return !f.tracking().isEmpty() && f.tracking().hasNumbersOf(picking.tracking());
        }

        private FulfillmentLink byHand(ShippedPicking picking, Fulfillment f) {
            return new FulfillmentLink(
                    picking.id(),
                    1,
                    FulfillmentLink.State.ADOPTED,
                    Optional.of(f.id()),
                    Optional.empty(),
                    f.quantities(),
                    Tracking.NONE,
                    Set.of(),
                    situation.now());
        }

        /** The first that nobody claimed yet; it is claimed now. */
        private Optional<Fulfillment> claim(Predicate<Fulfillment> condition) {
            Optional<Fulfillment> found = strange.stream().filter(condition).findFirst();
            found.ifPresent(strange::remove);
            return found;
        }
    }

    /** How often Shopify is asked while an intent is undecided: a late fulfillment shows up in the next look. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
}

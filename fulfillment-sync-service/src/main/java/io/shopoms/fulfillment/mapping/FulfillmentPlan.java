package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.model.ShopifyId;
import io.shopoms.sync.failure.SyncFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is missing so that Shopify shows as fulfilled what Odoo shipped. Pure: the same situation gives the same plan, and
 * a situation in which the plan was carried out gives an empty one.
 *
 * <p>The rule that keeps goods from being fulfilled twice: of every line, no more is created than what Odoo shipped less
 * what Shopify already shows, whoever recorded it there, less what is remembered but not visible.
 *
 * @param steps to be done in this order
 * @param failure why the order is not finished when the steps are done
 * @param notes for people
 */
public record FulfillmentPlan(List<Step> steps, Optional<SyncFailure> failure, List<String> notes) {

    public FulfillmentPlan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    public static FulfillmentPlan of(Situation situation) {
        Recognition known = Recognition.of(situation);
        if (known.undecided().isPresent()) {
            return new FulfillmentPlan(
                    known.steps(), known.undecided(), situation.shipped().notes());
        }
        return new Planning(situation, known).plan();
    }

    private static final class Planning {

        private final Situation situation;
        private final List<FulfillmentLink> links;
        private final List<Step> steps;
        private final List<String> notes;

        private Planning(Situation situation, Recognition known) {
            this.situation = situation;
            this.links = known.links();
            this.steps = new ArrayList<>(known.steps());
            this.notes = new ArrayList<>(situation.shipped().notes());
        }

        private FulfillmentPlan plan() {
            Quantities desired = situation.shipped().total();
            Quantities taken = taken();
            Quantities slack = desired.minus(taken);
            OpenGoods open = new OpenGoods(situation.order().fulfillmentOrders());
            Quantities unmet = Quantities.NONE;
            for (ShippedPicking picking : situation.shipped().pickings()) {
                Quantities wanted = picking.without(links).atMost(slack);
                List<OpenGoods.Part> parts = open.take(wanted);
                parts.forEach(part -> create(picking, part));
                slack = slack.minus(wanted);
                unmet = unmet.plus(
                        parts.stream().map(OpenGoods.Part::quantities).reduce(wanted, Quantities::minus));
                retrack(picking);
            }
            noteSurplus(desired);
            Shortfall shortfall = Shortfall.of(situation.order(), unmet);
            notes.addAll(shortfall.notes());
            return new FulfillmentPlan(steps, shortfall.failure(), notes);
        }

        /** What must not be created again: visible, remembered though not visible (yet), or cancelled by a person. */
        private Quantities taken() {
            Quantities visible = fulfilled();
            Set<ShopifyId> visibleIds = situation.order().fulfillments().stream()
                    .filter(Fulfillment::counts)
                    .map(Fulfillment::id)
                    .collect(Collectors.toSet());
            return links.stream()
                    .filter(link ->
                            link.fulfillment().filter(visibleIds::contains).isEmpty())
                    .map(FulfillmentLink::quantities)
                    .reduce(visible, Quantities::plus);
        }

        private Quantities fulfilled() {
            return situation.order().fulfillments().stream()
                    .filter(Fulfillment::counts)
                    .map(Fulfillment::quantities)
                    .reduce(Quantities.NONE, Quantities::plus);
        }

        private void create(ShippedPicking picking, OpenGoods.Part part) {
            int parts = Math.max(
                    links.stream()
                            .filter(link -> link.picking() == picking.id())
                            .mapToInt(FulfillmentLink::part)
                            .max()
                            .orElse(0),
                    steps.stream()
                            .filter(step -> step instanceof Step.Create create
                                    && create.intent().picking() == picking.id())
                            .mapToInt(step -> ((Step.Create) step).intent().part())
                            .max()
                            .orElse(0));
            Set<ShopifyId> before = situation.order().fulfillments().stream()
                    .map(Fulfillment::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            steps.add(new Step.Create(
                    new FulfillmentLink(
                            picking.id(),
                            parts + 1,
                            FulfillmentLink.State.INTENT,
                            Optional.empty(),
                            part.location(),
                            part.quantities(),
                            picking.tracking(),
                            before,
                            situation.now()),
                    part.goods(),
                    picking.name()));
        }

        private void retrack(ShippedPicking picking) {
            for (FulfillmentLink link : links) {
                if (link.picking() == picking.id()) {
                    link.fulfillment()
                            .flatMap(id -> situation.order().fulfillment(id))
                            .ifPresent(fulfillment -> compare(picking, link, fulfillment));
                }
            }
        }

        private void compare(ShippedPicking picking, FulfillmentLink link, Fulfillment fulfillment) {
            if (!fulfillment.counts()) {
                notes.add(fulfillment.name() + " was cancelled in Shopify; " + picking.name()
                        + " is not fulfilled again");
                return;
            }
            if (link.state() == FulfillmentLink.State.CREATED
                    && !fulfillment.quantities().equals(link.quantities())) {
                notes.add(fulfillment.name() + " shows other quantities than " + picking.name() + " asked for");
            }
            TrackingRule.of(picking.tracking(), link, fulfillment).ifPresent(change -> {
                if (change.step().isPresent()) {
                    steps.add(change.step().get());
                } else {
                    notes.add(change.note());
                }
            });
        }

        private void noteSurplus(Quantities desired) {
            int surplus = fulfilled().minus(desired).total();
            if (surplus > 0) {
                notes.add("Shopify shows " + surplus + (surplus == 1 ? " unit" : " units")
                        + " as fulfilled that Odoo has not shipped");
            }
        }
    }
}

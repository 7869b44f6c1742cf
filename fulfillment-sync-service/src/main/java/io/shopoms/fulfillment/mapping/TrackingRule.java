package io.shopoms.fulfillment.mapping;

import io.shopoms.fulfillment.cache.FulfillmentLink;
import io.shopoms.fulfillment.cache.FulfillmentLink.State;
import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Tracking;
import java.util.Optional;

/**
 * When Shopify's tracking is changed: if Odoo names numbers that Shopify does not show, unless a person put others there.
 * An update that Shopify already shows is only remembered, so a lost answer costs nothing.
 */
final class TrackingRule {

    /** Something to do, or something to say. */
    record Change(Optional<Step> step, String note) {}

    private TrackingRule() {}

    static Optional<Change> of(Tracking wanted, FulfillmentLink link, Fulfillment fulfillment) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (wanted.isShownBy(fulfillment.tracking())) {
            return wanted.isShownBy(link.tracking())
                    ? Optional.empty()
                    : step(new Step.Remember(link.showing(wanted), "tracking of " + fulfillment.name() + " is shown"));
        }
        if (personChose(wanted, link, fulfillment)) {
            return Optional.of(new Change(
                    Optional.empty(),
                    "the tracking of " + fulfillment.name() + " was set in Shopify and is left alone"));
        }
        return step(new Step.Retrack(link, fulfillment, wanted));
    }

    /**
     * Shopify was already made to show this and shows something else now; or a fulfillment that a person recorded has a
     * number that did not come from shopOMS.
     */
    private static boolean personChose(Tracking wanted, FulfillmentLink link, Fulfillment fulfillment) {
        return wanted.isShownBy(link.tracking())
                || link.state() == State.ADOPTED
                        && link.tracking().isEmpty()
                        && !fulfillment.tracking().isEmpty();
    }

    private static Optional<Change> step(Step step) {
        return Optional.of(new Change(Optional.of(step), ""));
    }
}

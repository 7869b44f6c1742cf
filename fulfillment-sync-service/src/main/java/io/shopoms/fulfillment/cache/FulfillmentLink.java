package io.shopoms.fulfillment.cache;

import io.shopoms.fulfillment.shopify.Fulfillment;
import io.shopoms.fulfillment.shopify.Quantities;
import io.shopoms.fulfillment.shopify.Tracking;
import io.shopoms.model.ShopifyId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What shopOMS remembers of one fulfillment: written before Shopify is asked to create it, so that an answer that never
 * came, or a crash, is no reason to ask twice.
 *
 * @param picking the Odoo picking whose goods it ships
 * @param part counts the fulfillments of one picking from 1: goods of several locations need one each
 * @param fulfillment known once Shopify's answer, or a later look, showed it
 * @param tracking what shopOMS last made Shopify show
 * @param known the order's fulfillments before Shopify was asked: none of them can be this one
 * @param attemptedAt when Shopify was asked last
 */
public record FulfillmentLink(
        long picking,
        int part,
        State state,
        Optional<ShopifyId> fulfillment,
        Optional<ShopifyId> location,
        Quantities quantities,
        Tracking tracking,
        Set<ShopifyId> known,
        Instant attemptedAt) {

    public FulfillmentLink {
        Objects.requireNonNull(quantities, "quantities");
        Objects.requireNonNull(tracking, "tracking");
        Objects.requireNonNull(attemptedAt, "attemptedAt");
        known = Set.copyOf(known);
        if ((state == State.INTENT) == fulfillment.isPresent()) {
            throw new IllegalArgumentException("a fulfillment is known exactly if it is no longer an intent");
        }
    }

    /** Where a fulfillment comes from, and whether it is certain. */
    public enum State {
        /** Shopify was, or was about to be, asked; nobody knows yet whether it did it. */
        INTENT,
        /** It is there, and its tracking is shopOMS's: made by it, or taken over. */
        CREATED,
        /** A person recorded the same goods in Shopify; shopOMS respects that instead of doubling it. */
        ADOPTED
    }

    public boolean isIntent() {
        return state == State.INTENT;
    }

    public boolean is(Fulfillment candidate) {
        return fulfillment.filter(candidate.id()::equals).isPresent();
    }

    /** Shopify carried the intent out. */
    public FulfillmentLink createdAs(ShopifyId id) {
        return new FulfillmentLink(
                picking, part, State.CREATED, Optional.of(id), location, quantities, tracking, known, attemptedAt);
    }

    /** A person recorded the goods of the intent. */
    public FulfillmentLink adopting(ShopifyId id) {
        return new FulfillmentLink(
                picking, part, State.ADOPTED, Optional.of(id), location, quantities, Tracking.NONE, known, attemptedAt);
    }

    /**
     * From now on its tracking is shopOMS's. To be remembered before the first change of it: else, if the answer is lost,
     * the own change looks like a person's.
     */
    public FulfillmentLink takenOver() {
        return new FulfillmentLink(
                picking, part, State.CREATED, fulfillment, location, quantities, tracking, known, attemptedAt);
    }

    /** Shopify was asked again just now. */
    public FulfillmentLink attempted(Instant when) {
        return new FulfillmentLink(picking, part, state, fulfillment, location, quantities, tracking, known, when);
    }

    public FulfillmentLink showing(Tracking shown) {
        return new FulfillmentLink(picking, part, state, fulfillment, location, quantities, shown, known, attemptedAt);
    }
}
